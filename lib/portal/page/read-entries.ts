import type { Ctx } from "@/lib/access";
import { type Micros, micros, parseCredits, ZERO_MICROS } from "@/lib/kernel/micros";
import { type EntryRow, listLedger, listPurchaseEntries, type PurchaseEntry } from "@/lib/wallets";
import { type PageOptions, showsModule } from "../core/options";
import type { Names } from "./page-names";
import type { PagePurchase, PageRequest } from "./page-parts";

/** Hidden modules are left out of what was read, so more is read than is shown. */
const READ_REQUESTS = 60;
const SHOWN_REQUESTS = 12;

/** A customer's newest requests in modules that the page shows, each with what it cost and who paid. */
export async function readRequests(
  asker: Ctx,
  externalId: string,
  { options, names }: { options: PageOptions; names: Names },
): Promise<PageRequest[]> {
  const { data } = await listLedger(asker, {
    externalId,
    limit: READ_REQUESTS,
    types: ["usage", "quota_usage"],
  });
  return data
    .filter((row) => showsModule(options, row.module))
    .slice(0, SHOWN_REQUESTS)
    .map((row) => pageRequest(row, names));
}

function pageRequest(row: EntryRow, names: Names): PageRequest {
  return {
    id: row.id,
    at: row.occurredAt,
    module: row.module,
    moduleName: row.module === null ? null : (names.modules.get(row.module) ?? row.module),
    operation: row.operation,
    model: row.model,
    cost: micros(row.cost ?? 0n),
    fromBalance: micros(-row.delta),
    fromQuota: micros(row.fromQuota ?? 0n),
    uncovered: amountIn(row.references, "overdraft"),
    units: Number(row.units),
    priced: row.ruleId !== null,
  };
}

function amountIn(references: Record<string, unknown>, name: string): Micros {
  const text = references[name];
  return typeof text === "string" ? (parseCredits(text) ?? ZERO_MICROS) : ZERO_MICROS;
}

/** A page of a customer's purchases, and what was taken back of them, newest first. */
export async function readPurchases(
  asker: Ctx,
  externalId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ purchases: PagePurchase[]; next: string | null }> {
  const { data, nextCursor } = await listPurchaseEntries(asker, externalId, page);
  return { purchases: data.flatMap(pagePurchase), next: nextCursor };
}

function pagePurchase(entry: PurchaseEntry): PagePurchase[] {
  const { type } = entry;
  if (type !== "purchase" && type !== "refund" && type !== "dispute" && type !== "dispute_reversal")
    return [];
  return [
    {
      id: entry.id,
      type,
      at: entry.at,
      amount: micros(entry.delta),
      what: textIn(entry.references, ["packageName", "package", "product", "name"]) ?? (entry.note || null),
      order: textIn(entry.references, ["number", "orderNumber", "order"]),
    },
  ];
}

/** The first of these that the references hold as a text or number. Ids of ours tell a customer nothing. */
function textIn(references: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = references[name];
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text === "string" && text !== "" && !OUR_ID.test(text)) return text.slice(0, 200);
  }
  return null;
}

const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
