import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/kernel/env";
import { listApiKeys, listStores, scopesWithin } from "@/lib/merchants";
import { CreateKeyButton } from "./_components/create-key-button";
import { KeyDrawer } from "./_components/key-drawer";
import { isUnused } from "./_components/is-unused";
import { KeysTable } from "./_components/keys-table";
import { TITLE, WORDS } from "./_components/words";

export const metadata: Metadata = { title: TITLE };

const MOST = { limit: 200 };

/** The keys of the merchant's programs: the list, one of them in a drawer, and the way to make one. */
export default async function ApiKeysPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/settings/api-keys">) {
  const [{ merchant }, { cursor, key: openId }] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const mayChange = ctx.permissions.has("keys:write");
  const [page, stores] = await Promise.all([
    listApiKeys(ctx, { ...MOST, ...(typeof cursor === "string" ? { cursor } : {}) }),
    listStores(ctx, MOST),
  ]);
  const keys = page.data.map((key) => ({ ...key, unused: isUnused(key, ctx.now) }));
  return (
    <>
      <PageHeader
        title={TITLE}
        description={WORDS.description}
        actions={
          mayChange ? (
            <CreateKeyButton
              merchant={merchant}
              scopes={scopesWithin(ctx)}
              stores={stores.data.map(({ id, name }) => ({ value: id, label: name }))}
              address={env().url}
            />
          ) : null
        }
      />
      <KeysTable keys={keys} nextCursor={page.nextCursor} />
      <KeyDrawer
        merchant={merchant}
        apiKey={keys.find(({ id }) => id === openId) ?? null}
        mayChange={mayChange}
        address={env().url}
      />
    </>
  );
}
