import { modelKind } from "./model-pattern";
import type { RuleTarget } from "./types";

const SCOPE_STEP = 4_000_000;
const EXACT_MODEL = 2_000_000;

/**
 * How specific a rule is; of the rules that match a request, the highest rank wins. Scope decides first (bot,
 * form, module, any module), then the model (exact, longest pattern, any), and last whether it names a
 * provider. A rule with a bot is of bot scope, whether or not it names a module or a form as well.
 */
export function rankOf(target: RuleTarget): number {
  return scopeRank(target) * SCOPE_STEP + modelRank(target) + (target.provider === null ? 0 : 1);
}

function scopeRank(target: RuleTarget): number {
  if (target.bot !== null) return 3;
  if (target.form !== null) return 2;
  return target.module === null ? 0 : 1;
}

/** Even numbers, to leave room for the provider: 0 for any model, then the length of a pattern, then exact. */
function modelRank({ model }: RuleTarget): number {
  const kind = modelKind(model);
  if (kind === "exact") return EXACT_MODEL;
  return kind === "any" || model === null ? 0 : 2 * model.length;
}
