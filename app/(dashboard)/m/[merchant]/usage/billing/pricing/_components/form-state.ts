import { creditsToString, micros, parseCredits } from "@/lib/kernel/micros";
import {
  firstVersion,
  methodsFor,
  modelKind,
  type PricingMethod,
  type PricingRule,
  type Rates,
  rateProblems,
  ratesOf,
  type Rounding,
} from "@/lib/pricing/core";
import { FORM } from "./form-words";

/** The form of a rule: texts as they were typed; empty means any, or no rate. */
export type FormState = {
  readonly module: string;
  readonly operation: string;
  readonly bot: string;
  readonly form: string;
  readonly provider: string;
  readonly modelKind: "exact" | "pattern" | "any";
  /** Of a family its beginning, without the star. */
  readonly model: string;
  readonly method: PricingMethod;
  readonly rates: Readonly<Record<keyof Rates, string>>;
  readonly rounding: Rounding;
  readonly enabled: boolean;
  readonly reason: string;
};

const NO_RATES = {
  inputRate: "",
  outputRate: "",
  cachedInputRate: "",
  cacheWriteRate: "",
  reasoningRate: "",
  unitRate: "",
};

/** A new rule: chats of the chatbot, at the rates of the worked example. */
export function blankForm(rounding: Rounding): FormState {
  return {
    ...{
      module: "chatbot",
      operation: "chat",
      bot: "",
      form: "",
      provider: "",
      modelKind: "exact",
      model: "",
    },
    method: "per_1k_tokens",
    rates: { ...NO_RATES, inputRate: "1", outputRate: "2" },
    ...{ rounding, enabled: true, reason: "" },
  };
}

export function formOfRule(rule: PricingRule): FormState {
  const { module, operation, bot, form, provider, model, method, rounding, enabled } = rule;
  const kind = modelKind(model);
  const text = (rate: keyof Rates) => (rule[rate] === null ? "" : creditsToString(rule[rate]));
  return {
    ...{ module: module ?? "", operation, bot: bot ?? "", form: form ?? "", provider: provider ?? "" },
    modelKind: kind,
    model: kind === "pattern" ? (model ?? "").slice(0, -1) : (model ?? ""),
    method,
    rates: {
      inputRate: text("inputRate"),
      outputRate: text("outputRate"),
      cachedInputRate: text("cachedInputRate"),
      cacheWriteRate: text("cacheWriteRate"),
      reasoningRate: text("reasoningRate"),
      unitRate: text("unitRate"),
    },
    ...{ rounding, enabled, reason: "" },
  };
}

/** The usage type chosen; a method it cannot have gives way to its usual one. */
export function withUsage(state: FormState, module: string, operation: string): FormState {
  const [usual = "flat", ...others] = methodsFor(operation);
  const method = state.method === usual || others.includes(state.method) ? state.method : usual;
  return { ...state, module, operation, method, bot: "", form: "" };
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** The fields as the API takes them; rates the method does not use are cleared. */
export function inputOf(state: FormState) {
  const { needed, optional } = ratesOf(state.method);
  const rateOf = (rate: keyof Rates) =>
    needed.includes(rate) || optional.includes(rate) ? orNull(state.rates[rate]) : null;
  return {
    module: orNull(state.module),
    bot: orNull(state.bot),
    form: orNull(state.form),
    operation: state.operation.trim(),
    provider: orNull(state.provider),
    model: modelOf(state),
    method: state.method,
    inputRate: rateOf("inputRate"),
    outputRate: rateOf("outputRate"),
    cachedInputRate: rateOf("cachedInputRate"),
    cacheWriteRate: rateOf("cacheWriteRate"),
    reasoningRate: rateOf("reasoningRate"),
    unitRate: rateOf("unitRate"),
    rounding: state.rounding,
    enabled: state.enabled,
  };
}

function modelOf({ modelKind: kind, model }: FormState): string | null {
  const name = model.trim();
  if (kind === "any" || name === "") return null;
  return kind === "pattern" ? `${name}*` : name;
}

/** What has to be filled in before it can be saved, by field. */
export function problemsOf(state: FormState): Readonly<Record<string, string>> {
  const { needed, optional } = ratesOf(state.method);
  const problems = new Map<string, string>();
  for (const rate of [...needed, ...optional]) {
    const text = state.rates[rate].trim();
    const credits = parseCredits(text);
    if (text === "" && needed.includes(rate)) problems.set(rate, FORM.needed);
    else if (text !== "" && (credits === null || credits < 0n)) problems.set(rate, FORM.amount);
  }
  if (state.operation.trim() === "") problems.set("operation", FORM.neededName);
  if (state.modelKind !== "any" && state.model.trim() === "") problems.set("model", FORM.neededName);
  return Object.fromEntries(problems);
}

/** The rule the form describes, for working out examples; null while it prices nothing. */
export function draftOf(state: FormState): PricingRule | null {
  const input = inputOf(state);
  const rate = (text: string | null) => (text === null ? null : (parseCredits(text) ?? micros(-1n)));
  const rule = firstVersion(
    { id: "draft", operation: input.operation, method: input.method, rounding: input.rounding },
    {
      ...input,
      inputRate: rate(input.inputRate),
      outputRate: rate(input.outputRate),
      cachedInputRate: rate(input.cachedInputRate),
      cacheWriteRate: rate(input.cacheWriteRate),
      reasoningRate: rate(input.reasoningRate),
      unitRate: rate(input.unitRate),
    },
  );
  return rateProblems(rule).length > 0 ? null : rule;
}
