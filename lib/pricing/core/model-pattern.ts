/** Whether a rule names one model exactly, a family by prefix (`gpt-4o*`), or any model (null or `*`). */
export type ModelKind = "exact" | "pattern" | "any";

/** What a rule's model names. A lone `*` is any model. */
export function modelKind(model: string | null): ModelKind {
  if (model === null || model === "*") return "any";
  return model.endsWith("*") ? "pattern" : "exact";
}

/** Case-sensitive. A request that names no model is matched by "any model" only. */
export function modelFits(ruleModel: string | null, requested: string | null): boolean {
  if (ruleModel === null || ruleModel === "*") return true;
  if (requested === null) return false;
  if (!ruleModel.endsWith("*")) return ruleModel === requested;
  const prefixLength = ruleModel.length - 1;
  return requested.length >= prefixLength && requested.startsWith(ruleModel.slice(0, prefixLength));
}

/** A sentence for the person who wrote the model, or null when it can be used: one `*`, and only at the end. */
export function modelProblem(model: string | null): string | null {
  if (model === null) return null;
  if (model === "") return "Leave the model out to mean any model.";
  const star = model.indexOf("*");
  return star === -1 || star === model.length - 1 ? null : "A model pattern has one *, at its end: gpt-4o*";
}
