import { type Ctx, requireCan } from "@/lib/access";
import { requireTimeZone } from "../log-selection";
import { type LogRetentionInput, logRetentionInput } from "../schemas";
import { limitsOf } from "./limits-of";
import { countPrunable, type Limits } from "./retention.repo";

/** What a run would do now: how many logs lose their contents, how many go as a whole, and from when on all is kept. */
export type RetentionPreview = Limits & { readonly contents: number; readonly logs: number };

/** Counts what these periods would prune now, and prunes nothing. */
export async function previewLogRetention(ctx: Ctx, input: LogRetentionInput): Promise<RetentionPreview> {
  requireCan(ctx, "usage:read");
  const limits = limitsOf(logRetentionInput.parse(input), ctx.now, await requireTimeZone(ctx));
  return { ...limits, ...(await countPrunable(ctx, ctx.merchantId, limits)) };
}
