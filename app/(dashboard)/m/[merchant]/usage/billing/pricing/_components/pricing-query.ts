import { word } from "@/lib/kernel/fields";
import { type ListPricingRulesInput, listPricingRulesInput } from "@/lib/pricing/schemas";

export type Params = Readonly<Record<string, string | string[] | undefined>>;

const FILTERS = ["module", "operation", "provider", "enabled", "search", "cursor"] as const;

/** The filters of the list as the address holds them; what does not parse counts as not given. */
export function readPricingQuery(params: Params): ListPricingRulesInput {
  const given = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = textOf(params, name);
      return value !== undefined && listPricingRulesInput.shape[name].safeParse(value).success
        ? [[name, value]]
        : [];
    }),
  );
  return listPricingRulesInput.safeParse(given).success ? given : {};
}

/** Whether anything narrows the list. */
export function isFiltered({ cursor: _, ...filters }: ListPricingRulesInput): boolean {
  return Object.keys(filters).length > 0;
}

/** A parameter given once and not empty. */
export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What a new rule begins with: a blank, a copy of another rule, or a kind of request that has none. */
export type NewRule =
  | { readonly kind: "blank" }
  | { readonly kind: "copy"; readonly rule: string }
  | {
      readonly kind: "for";
      readonly module: string;
      readonly operation: string;
      readonly provider: string;
      readonly model: string;
    };

/** The value of `?new=` that opens the form for a kind of request. */
export function newRuleFor(kind: Omit<Extract<NewRule, { kind: "for" }>, "kind">): string {
  return JSON.stringify([kind.module, kind.operation, kind.provider, kind.model]);
}

/** Reads `?new=`; what means nothing opens a blank form. */
export function readNewRule(value: string): NewRule {
  if (/^[0-9a-f-]{36}$/i.test(value)) return { kind: "copy", rule: value };
  const [module, operation, provider, model] = listOf(value);
  if (module === undefined || operation === undefined || provider === undefined || model === undefined) {
    return { kind: "blank" };
  }
  return { kind: "for", module, operation, provider, model };
}

function listOf(value: string): string[] {
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed)
      ? parsed.filter((each): each is string => word().safeParse(each).success)
      : [];
  } catch {
    return [];
  }
}
