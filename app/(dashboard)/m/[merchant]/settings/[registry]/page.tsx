import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SwitchLinks } from "@/components/data-table";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listModules } from "@/lib/merchants";
import { readRegistry } from "./_components/read-registry";
import { RegistryAdd } from "./_components/registry-add";
import { RegistryDrawer } from "./_components/registry-drawer";
import { RegistryTable } from "./_components/registry-table";
import { KIND_WORDS, PAGES, REGISTRY_WORDS, type RegistryPage } from "./_components/registry-words";

const MOST_MODULES = 200;

function pageOf(name: string): RegistryPage | null {
  return name === "stores" || name === "modules" ? name : null;
}

export const metadata: Metadata = { title: REGISTRY_WORDS.title };

/** What requests may name: stores on one page; modules, bots and forms on another. */
export default async function RegistryPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/settings/[registry]">) {
  const [{ merchant, registry }, address] = await Promise.all([params, searchParams]);
  const page = pageOf(registry);
  if (!page) notFound();
  const ctx = await requireMember(merchant);
  const { line, kinds } = PAGES[page];
  const kind = kinds.find((each) => each === address["kind"]) ?? page;
  const cursor = typeof address["cursor"] === "string" ? { cursor: address["cursor"] } : {};
  const [{ rows, nextCursor }, modules] = await Promise.all([
    readRegistry(ctx, kind, cursor),
    listModules(ctx, { limit: MOST_MODULES }),
  ]);
  const mayChange = ctx.permissions.has("settings:write");
  const options = modules.data.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <PageHeader
        title={KIND_WORDS[page].title}
        description={line}
        actions={
          mayChange ? <RegistryAdd key={kind} merchant={merchant} kind={kind} modules={options} /> : null
        }
      />
      {kinds.length > 1 ? (
        <div className="tg-filters">
          <SwitchLinks
            label={REGISTRY_WORDS.kinds}
            param="kind"
            fallback={page}
            options={kinds.map((value) => ({ value, label: KIND_WORDS[value].title }))}
          />
        </div>
      ) : null}
      <RegistryTable key={kind} kind={kind} rows={rows} nextCursor={nextCursor} />
      <RegistryDrawer
        merchant={merchant}
        kind={kind}
        entry={rows.find(({ id }) => id === address["entry"]) ?? null}
        mayChange={mayChange}
      />
    </>
  );
}
