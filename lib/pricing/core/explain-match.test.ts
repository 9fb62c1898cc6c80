import { describe, expect, it } from "vitest";
import { explainMatch } from "./explain-match";
import { firstVersion, type RuleChanges } from "./changed-rule";

const REQUEST = {
  operation: "chat",
  module: "chatbot",
  bot: null,
  form: null,
  provider: "openai",
  model: "gpt-4o-mini",
};

function ruleOf(id: string, given: RuleChanges = {}) {
  return firstVersion({ id, operation: "chat", method: "flat", rounding: "exact" }, given);
}

describe("why a rule does or does not price a request", () => {
  it("tells the winner, those less specific, and the first thing that speaks against each other", () => {
    const rules = [
      ruleOf("edit", { operation: "edit" }),
      ruleOf("any"),
      ruleOf("provider", { provider: "anthropic" }),
      ruleOf("model", { model: "gpt-4o" }),
      ruleOf("module", { module: "ai_forms" }),
      ruleOf("bot", { bot: "support" }),
      ruleOf("form", { form: "ask" }),
      ruleOf("off", { model: "gpt-4o-mini", enabled: false }),
      ruleOf("winner", { model: "gpt-4o*" }),
    ];

    expect(explainMatch(rules, REQUEST).map(({ rule, verdict }) => [rule.id, verdict])).toEqual([
      ["winner", "matched"],
      ["any", "less_specific"],
      ["off", "disabled"],
      ["bot", "other_bot"],
      ["form", "other_form"],
      ["module", "other_module"],
      ["provider", "other_provider"],
      ["model", "other_model"],
      ["edit", "other_operation"],
    ]);
  });
});
