import type { ExplainedQuota } from "@/lib/checks";
import type { QuotaDefinition, QuotaVerdict } from "@/lib/quotas/core";
import { WORDS } from "./words";

/** A limit with its verdict, as a row of the table. */
export type ExplainedRow = {
  readonly id: string;
  readonly name: string;
  readonly where: string;
  readonly limit: bigint | null;
  readonly used: bigint;
  readonly remaining: bigint | null;
  readonly resetsAt: Date | null;
  readonly verdict: QuotaVerdict;
  readonly tightest: boolean;
  readonly why: string;
};

/** Who a limit is for, in a few words. */
export function audienceName({ audience, role }: Pick<QuotaDefinition, "audience" | "role">): string {
  return role ?? WORDS.audiences[audience];
}

type About = { readonly rival: QuotaDefinition | null; readonly where: string };

/** Why it counts, or does not, in a sentence. */
export function reasonOf({ quota, verdict }: ExplainedQuota, { rival, where }: About): string {
  const { reasons } = WORDS;
  const role = quota.role ?? "";
  const sentences: Record<QuotaVerdict, string> = {
    binds: reasons.binds,
    observes: reasons.observes,
    switched_off: reasons.switched_off,
    other_audience: reasons.other_audience[quota.audience === "guest" ? "guest" : "customer"],
    other_role: reasons.other_role(role),
    other_plan: reasons.other_plan(role),
    other_module: reasons.elsewhere(where),
    other_bot: reasons.elsewhere(where),
    other_store: reasons.elsewhere(where),
    outranked: reasons.outranked(rival?.role ?? ""),
  };
  return sentences[verdict];
}
