import { z } from "zod";
import { type CustomerOrder, listOrdersOfCustomer } from "@/lib/commerce";
import { decodeCursor, encodeCursor } from "@/lib/kernel/cursor";
import { micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { listLoosePurchases, type PurchaseEntry } from "@/lib/wallets";
import { mergedPage } from "../core/merged-page";
import { ctxOfVisit, type Visit } from "../sign-in/portal-visit";
import type { PagePurchase } from "./page-parts";

/** So many orders are looked at for a page: a shop's other orders, without credits, are not shown. */
const LOOKED_AT = 100;
/** A page with nothing in it looks further this often, and then leaves it to the next page. */
const MOST_ROUNDS = 4;

const placeShape = z.tuple([z.uuid()]);

type Wish = { readonly limit: number; readonly cursor?: string | undefined; readonly completed?: boolean };

/**
 * A page of what a customer bought, newest first: orders of the merchant's shops that sell credits, each as it now stands,
 * and what the ledger knows of purchases elsewhere. With `completed`, without orders that came to nothing. Throws
 * `invalid_input` for a cursor of another list.
 */
export async function readPurchases(
  visit: Visit,
  { limit, cursor, completed = false }: Wish,
): Promise<{ purchases: PagePurchase[]; next: string | null }> {
  let before = cursor === undefined ? null : decodeCursor(cursor, placeShape)[0];
  for (let round = 1; ; round += 1) {
    const { page, next } = await lookFurther(visit, { before, limit, completed });
    if (page.length > 0 || next === null || round === MOST_ROUNDS)
      return { purchases: page, next: next === null ? null : encodeCursor([next]) };
    before = next;
  }
}

type Look = { readonly before: string | null; readonly limit: number; readonly completed: boolean };

async function lookFurther(visit: Visit, { before, limit, completed }: Look) {
  const asker = ctxOfVisit(visit);
  const { customerId } = visit.customer;
  const [orders, entries] = await Promise.all([
    listOrdersOfCustomer(asker, customerId, { before, limit: LOOKED_AT }),
    listLoosePurchases(asker, customerId, { before, limit: limit + 1 }),
  ]);
  const lists = [
    { items: orders.flatMap(orderOf), lookedTo: endOf(orders, LOOKED_AT) },
    { items: entries.flatMap(entryOf), lookedTo: endOf(entries, limit + 1) },
  ];
  const wanted = completed
    ? lists.map(({ items, ...rest }) => ({ ...rest, items: items.filter(isAlive) }))
    : lists;
  return mergedPage(wanted, limit);
}

function isAlive({ standing }: PagePurchase): boolean {
  return standing !== "dead";
}

/** Down to where a list was read; null when that was its end. */
function endOf(rows: readonly { id: string }[], limit: number): string | null {
  return rows.length < limit ? null : (rows.at(-1)?.id ?? null);
}

function orderOf({ packages, currency, total, ...order }: CustomerOrder): PagePurchase[] {
  if (packages.length === 0) return [];
  const { id, at, number, shop, standing, granted, takenBack } = order;
  const price = currency === null ? null : { amount: total, currency };
  return [
    {
      id,
      type: "purchase",
      at,
      amount: granted,
      takenBack,
      what: packages,
      order: number,
      shop,
      standing,
      price,
    },
  ];
}

function entryOf(entry: PurchaseEntry): PagePurchase[] {
  const { id, type, at, references } = entry;
  if (type !== "purchase" && type !== "refund" && type !== "dispute" && type !== "dispute_reversal")
    return [];
  const name = textIn(references, ["packageName", "package", "product", "name"]) ?? (entry.note || null);
  return [
    {
      ...{ id, type, at, takenBack: ZERO_MICROS, shop: null, price: null },
      amount: micros(entry.delta),
      what: name === null ? [] : [{ name, quantity: 1 }],
      order: textIn(references, ["number", "orderNumber", "order"]),
      standing: type === "purchase" ? "granted" : null,
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
