import dynamic from "next/dynamic";
import { EmptyState } from "@/components/ui";
import { getQuotaTrial } from "@/lib/checks";
import { requireMember } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { formatPlural } from "@/lib/kernel/format";
import { customerPageAddress, getSettings } from "@/lib/merchants";
import type { QuotaDefinition } from "@/lib/quotas/core";
import { getQuotaUsage, listQuotas, type QuotaUsageDetail } from "@/lib/quotas";
import { QuotaFigures } from "./quota-figures";
import { QuotaTrialView } from "./quota-trial-view";
import { readNames } from "./read-names";
import { PAGE, USAGE } from "./words";

const QuotaForm = dynamic(async () => (await import("./quota-form")).QuotaForm);

/** What the address calls a limit that is being made. */
export const NEW_QUOTA = "new";

const MOST = { limit: 200 };

type DetailProps = {
  merchant: string;
  id: string;
  /** The module the list is about: a new limit begins with it. */
  module: string | null;
};

/** One limit: what its period came to, what enforcing it would have done, and all of its settings. */
export async function QuotaDetail({ merchant, id, module }: DetailProps) {
  const ctx = await requireMember(merchant);
  const detail = id === NEW_QUOTA ? null : await findUsage(ctx, id);
  const mayEdit = ctx.permissions.has("quotas:write");
  if (detail === "gone") return <EmptyState title={PAGE.goneTitle}>{PAGE.gone}</EmptyState>;
  return (
    <div className="tg-quota">
      {mayEdit ? null : <p className="tg-quota-help">{PAGE.readOnly}</p>}
      {detail ? <QuotaFigures merchant={merchant} detail={detail} /> : null}
      {detail ? <Trial merchant={merchant} quota={detail.quota} /> : null}
      <Settings merchant={merchant} detail={detail} module={module} />
    </div>
  );
}

async function Trial({ merchant, quota }: { merchant: string; quota: QuotaDefinition }) {
  if (quota.mode !== "observe" || !quota.enabled) return null;
  const ctx = await requireMember(merchant);
  const trial = await getQuotaTrial(ctx, quota.id);
  return <QuotaTrialView merchant={merchant} trial={trial} mayEdit={ctx.permissions.has("quotas:write")} />;
}

type SettingsProps = Pick<DetailProps, "merchant" | "module"> & { detail: QuotaUsageDetail | null };

async function Settings({ merchant, detail, module }: SettingsProps) {
  const ctx = await requireMember(merchant);
  const [names, settings, all] = await Promise.all([readNames(ctx), getSettings(ctx), listQuotas(ctx, MOST)]);
  const { timeZone, weekStart, quotaMessage, buyCreditsUrl } = settings;
  return (
    <QuotaForm
      key={detail?.editedAt.toISOString() ?? NEW_QUOTA}
      merchant={merchant}
      quota={detail?.quota ?? null}
      module={module}
      names={{ ...names, timeZone, weekStart }}
      settings={{ quotaMessage, dashboardUrl: customerPageAddress(settings), buyCreditsUrl }}
      roles={[...new Set(all.data.flatMap(({ role }) => (role === null ? [] : [role])))]}
      people={detail ? peopleOf(detail) : ""}
      mayEdit={ctx.permissions.has("quotas:write")}
      now={ctx.now}
    />
  );
}

type Ctx = Awaited<ReturnType<typeof requireMember>>;

async function findUsage(ctx: Ctx, id: string): Promise<QuotaUsageDetail | "gone"> {
  try {
    return await getQuotaUsage(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "gone";
    throw error;
  }
}

function peopleOf({ quota, usage }: QuotaUsageDetail): string {
  const [one, many] = USAGE.people[quota.audience === "guest" ? "guest" : "customer"];
  return formatPlural(usage.subjects, one, many);
}
