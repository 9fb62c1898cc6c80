import { pageQuery } from "@/lib/kernel/cursor";
import {
  createPricingRule,
  deletePricingRule,
  getPricingRule,
  listPricingRules,
  listRuleVersions,
  ruleJson,
  ruleVersionJson,
  updatePricingRule,
} from "@/lib/pricing";
import { createPricingRuleInput, listPricingRulesInput, updatePricingRuleInput } from "@/lib/pricing/schemas";
import { endpoint } from "./endpoint";
import { RULE } from "./examples";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { rule, ruleVersion } from "./shapes/rules";

const RULES = { path: "/pricing-rules", tag: "Pricing", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE_RULE = { path: "/pricing-rules/{id}", tag: "Pricing", params: byId, query: NO_QUERY } as const;

export const pricingRuleEndpoints = [
  endpoint(
    {
      ...RULES,
      method: "post",
      operationId: "createPricingRule",
      summary: "Add a pricing rule.",
      description:
        "Scope fields that are absent or null mean any. The most specific enabled rule prices a request; a rule " +
        "that would tie with an enabled one is refused, and the problem names it as `rule`. `reason` is kept with " +
        "the version.",
      permission: "pricing:write",
      body: checked(createPricingRuleInput),
      example: RULE,
      answers: { 201: { means: "The rule, at version 1.", schema: rule } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(201, ruleJson(await createPricingRule(ctx, body))),
  ),
  endpoint(
    {
      ...RULES,
      method: "get",
      operationId: "listPricingRules",
      summary: "List pricing rules.",
      description: "`search` is a part of any name that a rule mentions.",
      permission: "usage:read",
      query: checked(listPricingRulesInput),
      body: NO_BODY,
      answers: { 200: { means: "Rules, newest first.", schema: pageShape(rule) } },
    },
    async ({ ctx, query }) => {
      const page = await listPricingRules(ctx, query);
      return json(200, { data: page.data.map(ruleJson), nextCursor: page.nextCursor });
    },
  ),
  endpoint(
    {
      ...ONE_RULE,
      method: "get",
      operationId: "getPricingRule",
      summary: "Show a pricing rule.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The rule as it stands.", schema: rule } },
    },
    async ({ ctx, params }) => json(200, ruleJson(await getPricingRule(ctx, params.id))),
  ),
  endpoint(
    {
      ...ONE_RULE,
      method: "patch",
      operationId: "updatePricingRule",
      summary: "Change a pricing rule.",
      description:
        "Makes a new immutable version; charges and holds keep the one they were made under. What is absent stays, " +
        "null clears. `reason` is kept with the version.",
      permission: "pricing:write",
      body: checked(updatePricingRuleInput),
      example: { outputRate: "2.5", reason: "The provider raised its price." },
      answers: { 200: { means: "The rule at its new version.", schema: rule } },
      problems: ["conflict"],
    },
    async ({ ctx, params, body }) => json(200, ruleJson(await updatePricingRule(ctx, params.id, body))),
  ),
  endpoint(
    {
      ...ONE_RULE,
      method: "delete",
      operationId: "deletePricingRule",
      summary: "Delete a pricing rule.",
      permission: "pricing:write",
      body: NO_BODY,
      answers: { 204: { means: "It prices nothing from now on. Its versions stay readable." } },
    },
    async ({ ctx, params }) => {
      await deletePricingRule(ctx, params.id);
      return NO_CONTENT;
    },
  ),
  endpoint(
    {
      ...ONE_RULE,
      path: "/pricing-rules/{id}/versions",
      method: "get",
      operationId: "listPricingRuleVersions",
      summary: "List every version a rule ever had.",
      permission: "usage:read",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: { 200: { means: "Versions, newest first.", schema: pageShape(ruleVersion) } },
    },
    async ({ ctx, params, query }) => {
      const page = await listRuleVersions(ctx, params.id, query);
      return json(200, { data: page.data.map(ruleVersionJson), nextCursor: page.nextCursor });
    },
  ),
];
