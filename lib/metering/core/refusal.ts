import { AppError } from "@/lib/kernel/errors";
import type { QuotaAction } from "@/lib/quotas/core";
import { type Bound, quotaView } from "./binding";
import type { Subject } from "./op";
import type { MerchantConfig } from "./world";

const DEFAULT_MESSAGE = "You have reached your quota for this period.";

/**
 * The refusal of a request that neither balance nor quota covers: `access_disabled` (403) when a limit of 0 said no,
 * else `insufficient_credits` (402) for a customer and `quota_exceeded` (429, with the time until the next reset)
 * for a guest. It names the quota that said no and carries what to show the visitor.
 */
export function refusalOf(
  subject: Subject,
  config: MerchantConfig,
  decided: { by: Bound | undefined; reason: "access_disabled" | "insufficient"; now: Date },
): AppError {
  const { by, now } = decided;
  const extensions = { allowed: false, limit: by ? quotaView(by) : null, notice: noticeOf(by, config) };
  if (decided.reason === "access_disabled") {
    return new AppError("access_disabled", "Access is disabled here.", { extensions });
  }
  if (subject.kind === "customer") {
    return new AppError("insufficient_credits", "Balance and quota do not cover this request.", {
      extensions,
    });
  }
  const wait = by?.resetsAt ? { retryAfterSeconds: secondsUntil(by.resetsAt, now) } : {};
  return new AppError("quota_exceeded", "The quota for guests is used up.", { extensions, ...wait });
}

/** The refusal of a request that no pricing rule matches, under the policy `block`. */
export function unpricedRefusal(config: MerchantConfig): AppError {
  return new AppError("unpriced", "No pricing rule matches this request.", {
    extensions: { allowed: false, limit: null, notice: noticeOf(undefined, config) },
  });
}

function secondsUntil(instant: Date, now: Date): number {
  return Math.max(1, Math.ceil((instant.getTime() - now.getTime()) / 1000));
}

/** What the visitor is told, and up to two buttons with their addresses filled in. */
function noticeOf(by: Bound | undefined, config: MerchantConfig) {
  const message = by?.quota.message ?? config.quotaMessage ?? DEFAULT_MESSAGE;
  const actions = (by?.quota.actions ?? []).map((action) => ({
    slot: action.slot,
    type: action.type,
    label: action.label,
    url: action.url ?? addressOf(action, config),
  }));
  return { message, actions };
}

const SECTIONS = { usage: "usage", credits: "balance", purchases: "purchases" } as const;

function addressOf({ type }: QuotaAction, config: MerchantConfig): string | null {
  if (type === "buy_credits") return config.buyCreditsUrl;
  if (type === "custom_url" || config.dashboardUrl === null) return null;
  const url = new URL(config.dashboardUrl);
  url.searchParams.set("section", SECTIONS[type]);
  return url.toString();
}
