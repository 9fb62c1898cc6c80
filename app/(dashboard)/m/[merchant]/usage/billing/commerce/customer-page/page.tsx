import "./_components/customer-page.css";
import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/kernel/env";
import { listModules } from "@/lib/merchants";
import { checkPortal, getPortalSettings } from "@/lib/portal";
import { SWITCHED_MODULES } from "@/lib/portal/core";
import { CheckList } from "./_components/check-list";
import { PortalEditor } from "./_components/portal-editor";
import { SecretSection } from "./_components/secret-section";
import { PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

const WITH_A_SWITCH = new Set<string>(Object.values(SWITCHED_MODULES));

/** How the customer's page looks, where it stands, how customers come to be signed in, and why one sees nothing. */
export default async function CustomerPageSettings({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/commerce/customer-page">) {
  const [{ merchant }, { customer }] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const asked = typeof customer === "string" ? customer.trim().slice(0, 200) : "";
  const [{ secret, ...settings }, modules, checks] = await Promise.all([
    getPortalSettings(ctx),
    listModules(ctx, { limit: 200 }),
    asked === "" ? [] : checkPortal(ctx, asked),
  ]);
  const mayEdit = ctx.permissions.has("settings:write");
  const further = modules.data
    .filter(({ id }) => !WITH_A_SWITCH.has(id))
    .map(({ id, name }) => ({ id, name }));

  return (
    <>
      <PageHeader
        title={PAGE.title}
        description={PAGE.about}
        actions={
          <a href={`/usage/${merchant}`} target="_blank" rel="noopener">
            {PAGE.open} <ExternalLink size={13} aria-hidden />
          </a>
        }
      />
      <PortalEditor
        merchant={merchant}
        url={env().url}
        saved={settings}
        modules={further}
        mayEdit={mayEdit}
      />
      <SecretSection
        merchant={merchant}
        madeAt={secret.madeAt}
        previousUntil={secret.previousUntil}
        mayEdit={mayEdit}
      />
      <CheckList merchant={merchant} customer={asked} checks={checks} />
    </>
  );
}
