import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTie } from "./find-tie";
import { indexRules, matchIndexed, matchRule, ruleFits } from "./match-rule";
import { modelProblem } from "./model-pattern";
import type { PriceableRequest, PricingRule } from "./types";

const REQUEST: PriceableRequest = {
  operation: "chat",
  module: "chatbot",
  bot: "support",
  form: null,
  provider: "openai",
  model: "gpt-4o-mini",
};

function rule(id: string, fields: Partial<PricingRule> = {}): PricingRule {
  const target = { module: null, bot: null, form: null, operation: "chat", provider: null, model: null };
  const rates = {
    inputRate: null,
    outputRate: null,
    cachedInputRate: null,
    cacheWriteRate: null,
    reasoningRate: null,
  };
  const rest = { version: 1, method: "flat", rounding: "exact", enabled: true, unitRate: null } as const;
  return { id, ...target, ...rates, ...rest, ...fields };
}

const winner = (rules: PricingRule[], request = REQUEST) => matchRule(rules, request)?.id ?? null;

describe("matchRule", () => {
  it("goes by scope, then model, then provider: each rule of this list wins over all that follow", () => {
    const request = { ...REQUEST, form: "signup" };
    const models = [
      { model: "gpt-4o-mini", provider: "openai" },
      { model: "gpt-4o-mini" },
      { model: "gpt-4o*", provider: "openai" },
      { model: "gpt-4o*" },
      { model: "gpt*", provider: "openai" },
      { model: "gpt*" },
      { provider: "openai" },
      {},
    ];
    const scopes = [{ bot: "support" }, { form: "signup" }, { module: "chatbot" }, {}];
    const ladder = scopes.flatMap((scope) => models.map((model) => ({ ...scope, ...model })));
    const rules = ladder.map((fields, place) => rule(`r${place}`, fields));
    for (let place = 0; place < rules.length; place += 1) {
      expect(winner(rules.slice(place).reverse(), request)).toBe(`r${place}`);
    }
  });

  it("matches the operation exactly, and nothing but it", () => {
    expect(winner([rule("a", { operation: "generate" })])).toBeNull();
    expect(winner([rule("a", { operation: "chat2" })])).toBeNull();
  });

  it("compares case-sensitively", () => {
    expect(winner([rule("a", { model: "GPT-4o-mini" })])).toBeNull();
    expect(winner([rule("a", { provider: "OpenAI" })])).toBeNull();
    expect(winner([rule("a", { model: "GPT*" })])).toBeNull();
  });

  it("lets a disabled rule step aside for the next", () => {
    expect(winner([rule("a", { bot: "support", enabled: false }), rule("b")])).toBe("b");
  });

  it("asks a bot rule that names a module for both", () => {
    expect(winner([rule("a", { bot: "support", module: "assistant" }), rule("b")])).toBe("b");
    expect(winner([rule("a", { bot: "support", module: "chatbot" }), rule("b")])).toBe("a");
  });

  it("does not take a rule of another bot, form, module or provider", () => {
    const strangers = [{ bot: "sales" }, { form: "signup" }, { module: "ai_forms" }, { provider: "xai" }];
    expect(winner(strangers.map((fields, place) => rule(`r${place}`, fields)))).toBeNull();
  });

  it("reads a lone * as any model, less specific than any pattern and than a provider", () => {
    expect(winner([rule("a", { model: "*" }), rule("b", { model: "g*" })])).toBe("b");
    expect(winner([rule("a", { model: "*" }), rule("b", { provider: "openai" })])).toBe("b");
  });

  it("lets a pattern match the bare prefix, and its own text only as a prefix", () => {
    expect(winner([rule("a", { model: "gpt-4o-mini*" })])).toBe("a");
    expect(winner([rule("a", { model: "4o*" })])).toBeNull();
  });

  it("matches a request without a model or provider by rules that name none", () => {
    const nameless = { ...REQUEST, model: null, provider: null };
    const rules = [rule("a", { model: "gpt*" }), rule("b", { provider: "openai" }), rule("c")];
    expect(winner(rules, nameless)).toBe("c");
  });
});

describe("modelProblem", () => {
  it("allows one star at the end", () => {
    expect([null, "gpt-4o", "gpt-4o*", "*"].map(modelProblem)).toEqual([null, null, null, null]);
    expect(["", "*gpt", "g*t", "gpt**"].map((model) => modelProblem(model) !== null)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

const few = (...names: string[]) => fc.option(fc.constantFrom(...names), { freq: 1 });
const anyRule = fc
  .record({
    module: few("chatbot", "ai_forms"),
    bot: few("support", "sales"),
    form: few("signup"),
    operation: fc.constantFrom("chat", "edit"),
    provider: few("openai", "xai"),
    model: few("gpt-4o", "gpt-4", "gpt-4*", "gpt-*", "gpt-4o*", "*"),
    enabled: fc.boolean(),
  })
  .map((fields) => rule("", fields));
const anyRules = fc
  .array(anyRule, { maxLength: 40 })
  .map((rules) => rules.map((each, place) => ({ ...each, id: `r${place}` })));
const anyRequest: fc.Arbitrary<PriceableRequest> = fc.record({
  operation: fc.constantFrom("chat", "edit"),
  module: few("chatbot", "ai_forms"),
  bot: few("support", "sales"),
  form: few("signup"),
  provider: few("openai", "xai"),
  model: few("gpt-4o", "gpt-4", "gpt-4o-mini", "o3"),
});

/** A merchant's rules as they can be saved: whatever would tie was refused. */
function withoutTies(rules: PricingRule[]): PricingRule[] {
  const saved: PricingRule[] = [];
  for (const each of rules) if (!findTie(saved, each)) saved.push(each);
  return saved;
}

/** The contract's order of precedence as a list of comparable figures, biggest first. */
function specificity({ bot, form, module, model, provider }: PricingRule): number[] {
  const isPattern = model !== null && /.\*$/.test(model);
  const isExact = model !== null && !model.endsWith("*");
  const scope = [bot !== null, form !== null, module !== null].findIndex(Boolean);
  return [scope === -1 ? 0 : 3 - scope, +isExact, isPattern ? model.length : 0, +(provider !== null)];
}

function compare(a: number[], b: number[]): number {
  const differing = a.findIndex((figure, place) => figure !== b[place]);
  return differing === -1 ? 0 : (b[differing] ?? 0) - (a[differing] ?? 0);
}

describe("for any rules that do not tie", () => {
  it("the winner does not depend on their order, and is the most specific that fits", () => {
    fc.assert(
      fc.property(anyRules, anyRequest, fc.nat(), (rules, request, rotation) => {
        const saved = withoutTies(rules);
        const turned = [
          ...saved.slice(rotation % (saved.length + 1)),
          ...saved.slice(0, rotation % (saved.length + 1)),
        ];
        const fitting = saved.filter((each) => each.enabled && ruleFits(each, request));
        const ranked = fitting.map(specificity).sort(compare);
        if (ranked[0] && ranked[1]) expect(compare(ranked[0], ranked[1])).not.toBe(0);

        const best = fitting.sort((a, b) => compare(specificity(a), specificity(b)))[0] ?? null;
        expect(matchRule(saved, request)).toBe(best);
        expect(matchRule(turned.reverse(), request)).toBe(best);
        expect(matchIndexed(indexRules(turned), request)).toBe(best);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("findTie", () => {
  it("is found between a bot rule with and one without a module", () => {
    const withModule = rule("a", { bot: "support", module: "chatbot" });
    expect(findTie([withModule], rule("b", { bot: "support" }))).toBe(withModule);
  });

  it("is not found between rules of other modules, models, providers, operations or ranks", () => {
    const one = rule("a", { module: "chatbot", model: "gpt-4*", provider: "openai" });
    const others = [{ module: "ai_forms" }, { model: "gpt-5*" }, { model: "gpt-4" }, { model: "gpt*" }];
    const more = [
      { provider: "xai" },
      { provider: null },
      { operation: "edit" },
      { module: null },
      { bot: "b" },
    ];
    for (const fields of [...others, ...more])
      expect(findTie([one], { ...one, id: "b", ...fields })).toBeNull();
  });

  it("ignores the rule's own earlier version, disabled rules, and disabled candidates", () => {
    const one = rule("a");
    expect(findTie([one], { ...one, version: 2 })).toBeNull();
    expect(findTie([{ ...one, enabled: false }], rule("b"))).toBeNull();
    expect(findTie([one], rule("b", { enabled: false }))).toBeNull();
    expect(findTie([one], rule("b", { model: "*" }))).toBe(one);
  });

  it("is symmetric, and names only rules which one request can match both of", () => {
    fc.assert(
      fc.property(anyRule, anyRule, (first, second) => {
        const [a, b] = [
          { ...first, id: "a" },
          { ...second, id: "b" },
        ];
        const tie = findTie([a], b) !== null;
        expect(findTie([b], a) !== null).toBe(tie);
        if (!tie) return;
        const request = {
          operation: a.operation,
          module: a.module ?? b.module,
          bot: a.bot ?? b.bot,
          form: a.form ?? b.form,
          provider: a.provider ?? b.provider,
          model: (a.model ?? b.model)?.replace("*", "-x") ?? null,
        };
        expect(ruleFits(a, request) && ruleFits(b, request)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
