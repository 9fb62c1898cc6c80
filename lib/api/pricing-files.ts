import { z } from "@hono/zod-openapi";
import { exportPricingRules, importPricingRules } from "@/lib/pricing";
import { importRulesInput } from "@/lib/pricing/schemas";
import { fileResponse } from "@/lib/web";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { ruleImport } from "./shapes/pricing";

const COMMON = { tag: "Pricing", params: NO_PARAMS, query: NO_QUERY } as const;

export const pricingFileEndpoints = [
  endpoint(
    {
      ...COMMON,
      method: "get",
      path: "/pricing-rules/export",
      operationId: "exportPricingRules",
      summary: "Export all pricing rules as a file.",
      description:
        "CSV (RFC 4180, UTF-8), one rule a line, which an import takes back. Texts that a spreadsheet would take for " +
        "a formula begin with an apostrophe.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The file.", schema: z.string(), media: ["text/csv"] } },
    },
    async ({ ctx }) => {
      const { fileName, csv } = await exportPricingRules(ctx);
      const file = { fileName, mediaType: "text/csv; charset=utf-8; header=present", pieces: onePiece(csv) };
      return { status: 200, ...(await fileResponse(file)) };
    },
  ),
  endpoint(
    {
      ...COMMON,
      method: "post",
      path: "/pricing-rules/import",
      operationId: "importPricingRules",
      summary: "Import pricing rules from a file, all or none.",
      description:
        "`csv` is a file as an export writes it, 500 rules at most; only `operation` and `method` must be there. A " +
        "line changes the rule with its id, or the one for the same requests, and adds one otherwise; rules it does " +
        "not name stay. The same file again changes nothing. `dryRun` only says what would happen. When a line is " +
        "wrong, nothing is saved.",
      permission: "pricing:write",
      body: checked(importRulesInput),
      example: {
        csv: "operation,model,method,unitRate\nchat,gpt-4o,flat,3\n",
        dryRun: true,
      },
      answers: { 200: { means: "What happened, or would, line by line.", schema: ruleImport } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(200, await importPricingRules(ctx, body)),
  ),
];

async function* onePiece(text: string) {
  yield { text };
}
