import { type MemberCtx, requireMember } from "@/lib/auth";
import { type Failure, toFailure } from "./failure";

type ActionResult<Output> = { ok: true; data: Output } | { ok: false; error: Failure };

/**
 * Every server action of a merchant's dashboard: authenticate the member, run one verb, turn errors into values. The
 * first argument of the action is the merchant's slug. The verb parses the input: it is whatever a stranger posted.
 */
export function defineAction<Input, Output>(run: (ctx: MemberCtx, input: Input) => Promise<Output>) {
  return async (merchant: string, input: Input): Promise<ActionResult<Output>> => {
    try {
      return { ok: true, data: await run(await requireMember(merchant), input) };
    } catch (error) {
      const { unstable_rethrow } = await import("next/navigation");
      unstable_rethrow(error); // redirect() and notFound() travel as exceptions
      return { ok: false, error: toFailure(error) };
    }
  };
}
