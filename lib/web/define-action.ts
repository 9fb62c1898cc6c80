import { type MemberCtx, requireMember } from "@/lib/auth";
import { type Failure, toFailure } from "./failure";

export type ActionResult<Output> = { ok: true; data: Output } | { ok: false; error: Failure };

/**
 * Every server action of a dashboard: authenticates the member, runs one verb, turns errors into values. What it
 * is given is whatever a stranger posted: the verb parses it.
 */
export function defineAction<Input, Output>(run: (ctx: MemberCtx, input: Input) => Promise<Output>) {
  return async (merchant: string, input: Input): Promise<ActionResult<Output>> => {
    try {
      return { ok: true, data: await run(await requireMember(merchant), input) };
    } catch (error) {
      // redirect() and notFound() travel as exceptions. Imported late: the API loads this folder without Next.
      const { unstable_rethrow } = await import("next/navigation");
      unstable_rethrow(error);
      return { ok: false, error: toFailure(error) };
    }
  };
}
