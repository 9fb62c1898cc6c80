import { z } from "@hono/zod-openapi";
import type { Ctx } from "@/lib/access";
import { pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";
import { entryJson, exportLedger, LEDGER_COLUMNS, listLedger, verifyWallets } from "@/lib/wallets";
import { fileResponse } from "@/lib/web";
import { endpoint } from "./endpoint";
import { byCustomer } from "./paths";
import { NO_BODY, NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { ENTRY_TYPE, ledgerEntry } from "./shapes/money";
import { proof } from "./shapes/people";

const ledgerFilters = pageQuery.extend({
  type: z
    .union([ENTRY_TYPE, z.array(ENTRY_TYPE)])
    .optional()
    .openapi({ description: "Entries of this type only; give it several times for several types." }),
  from: z
    .string()
    .optional()
    .openapi({ description: "Recorded at this instant or later.", format: "date-time" }),
  to: z.string().optional().openapi({ description: "Recorded before this instant.", format: "date-time" }),
  actor: word().optional().openapi({
    description:
      "Entries that this actor caused: a kind (`member`, `api_key`, `customer`, `guest`, `webhook`, `system`), or an id.",
  }),
  module: word(100).optional(),
  model: word().optional(),
});
const exportFilters = ledgerFilters.omit({ limit: true, cursor: true }).extend({
  customer: word().optional().openapi({ description: "The merchant's own id of the customer." }),
});

export const ledgerEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/ledger",
      operationId: "listLedger",
      tag: "Ledger",
      summary: "List the ledger entries of all customers and guests.",
      permission: "usage:read",
      params: NO_PARAMS,
      description:
        "A search for something rare among usage looks at 100,000 entries a page: the page may then hold fewer rows, and " +
        "its cursor goes on.",
      query: parsed(ledgerFilters.extend({ customer: exportFilters.shape.customer })),
      body: NO_BODY,
      answers: { 200: { means: "Entries, newest first.", schema: pageShape(ledgerEntry) } },
      problems: ["not_found"],
    },
    async ({ ctx, query: { customer, ...query } }) => {
      return json(
        200,
        await ledgerPage(ctx, customer === undefined ? query : { ...query, externalId: customer }),
      );
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/ledger/export",
      operationId: "exportLedger",
      tag: "Ledger",
      summary: "Export the ledger entries that match as a file.",
      description:
        "However many there are: the answer is streamed, newest first, as the ledger stood at one moment. CSV (RFC " +
        `4180, UTF-8) with a header: ${LEDGER_COLUMNS.map((column) => `\`${column}\``).join(", ")}. Texts that a ` +
        "spreadsheet would take for a formula begin with an apostrophe.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: parsed(exportFilters),
      body: NO_BODY,
      answers: { 200: { means: "The file.", schema: z.string(), media: ["text/csv"] } },
      problems: ["not_found"],
    },
    async ({ ctx, query: { customer, type, ...query } }) => {
      const types = type === undefined ? undefined : [type].flat();
      const file = await exportLedger(ctx, { ...query, types, externalId: customer });
      return { status: 200, ...(await fileResponse(file)) };
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/customers/{externalId}/ledger",
      operationId: "listCustomerLedger",
      tag: "Ledger",
      summary: "List the ledger entries of a customer.",
      permission: "usage:read",
      params: byCustomer,
      query: parsed(ledgerFilters),
      body: NO_BODY,
      answers: { 200: { means: "Entries, newest first.", schema: pageShape(ledgerEntry) } },
    },
    async ({ ctx, params, query }) => json(200, await ledgerPage(ctx, { ...query, ...params })),
  ),
  endpoint(
    {
      method: "get",
      path: "/verify",
      operationId: "verifyLedger",
      tag: "Ledger",
      summary: "Prove every wallet: ledger, lots and shown balance agree.",
      description:
        "`unshown` are credits by which ledger and balances rightly differ: expired and not swept, or not in force yet.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: NO_QUERY,
      body: NO_BODY,
      answers: {
        200: { means: "The proof, with the first entry that breaks each wallet that does.", schema: proof },
      },
    },
    async ({ ctx }) => json(200, await verifyWallets(ctx)),
  ),
];

type Filters = z.output<typeof ledgerFilters> & { readonly externalId?: string };

async function ledgerPage(ctx: Ctx, { type, ...filters }: Filters) {
  const types = type === undefined ? undefined : [type].flat();
  const page = await listLedger(ctx, { ...filters, types });
  return { data: page.data.map(entryJson), nextCursor: page.nextCursor };
}
