import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getSettings } from "@/lib/merchants";
import { SettingsForm } from "./_components/settings-form";
import { TITLE, WORDS } from "./_components/words";

export const metadata: Metadata = { title: TITLE };

/** Settings of the whole merchant, each with what it does. */
export default async function GeneralPage({ params }: PageProps<"/m/[merchant]/settings/general">) {
  const { merchant } = await params;
  const ctx = await requireMember(merchant);
  const settings = await getSettings(ctx);
  return (
    <>
      <PageHeader title={TITLE} description={WORDS.description} />
      <SettingsForm
        merchant={merchant}
        settings={settings}
        zones={Intl.supportedValuesOf("timeZone")}
        currencies={Intl.supportedValuesOf("currency")}
        mayChange={ctx.permissions.has("settings:write")}
      />
    </>
  );
}
