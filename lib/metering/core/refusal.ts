import { AppError } from "@/lib/kernel/errors";
import { noticeOf } from "@/lib/quotas/core";
import { type Bound, quotaView } from "./binding";
import type { Subject } from "./op";
import type { MerchantConfig } from "./world";

/** What the visitor is told instead of a quota's message: buying or waiting would not help. */
const FROZEN_MESSAGE = "Your credits are on hold. Please contact support.";

/**
 * The refusal of a request that neither balance nor quota covers: `access_disabled` (403) when a limit of 0 said no,
 * else `insufficient_credits` (402) for a customer and `quota_exceeded` (429, with the time until the next reset)
 * for a guest. It names the quota that said no and carries what to show the visitor.
 */
export function refusalOf(
  subject: Subject,
  config: MerchantConfig,
  decided: {
    by: Bound | undefined;
    reason: "access_disabled" | "insufficient";
    /** The customer's balance is frozen: it pays nothing, whatever it holds. */
    frozen: boolean;
    now: Date;
  },
): AppError {
  const { by, now } = decided;
  const notice = noticeOf(by?.quota ?? null, config);
  const extensions = {
    allowed: false,
    limit: by ? quotaView(by) : null,
    ...(decided.frozen ? { frozen: true, notice: { ...notice, message: FROZEN_MESSAGE } } : { notice }),
  };
  if (decided.reason === "access_disabled") {
    return new AppError("access_disabled", "Access is disabled here.", { extensions });
  }
  if (subject.kind === "customer") {
    const message = decided.frozen
      ? "The balance is frozen, and the quota does not cover this request."
      : "Balance and quota do not cover this request.";
    return new AppError("insufficient_credits", message, { extensions });
  }
  const wait = by?.resetsAt ? { retryAfterSeconds: secondsUntil(by.resetsAt, now) } : {};
  return new AppError("quota_exceeded", "The quota for guests is used up.", { extensions, ...wait });
}

/** The refusal of a request that no pricing rule matches, under the policy `block`. */
export function unpricedRefusal(config: MerchantConfig): AppError {
  return new AppError("unpriced", "No pricing rule matches this request.", {
    extensions: { allowed: false, limit: null, notice: noticeOf(null, config) },
  });
}

function secondsUntil(instant: Date, now: Date): number {
  return Math.max(1, Math.ceil((instant.getTime() - now.getTime()) / 1000));
}
