import { z } from "zod";
import type { MemberCtx } from "@/lib/auth";
import { listPurchases } from "@/lib/commerce";
import { searchCustomers } from "@/lib/customers";
import { encodeCursor } from "@/lib/kernel/cursor";
import { formatCredits } from "@/lib/kernel/format";
import { formatInstant } from "@/lib/kernel/format-time";
import { getLog, listLogs, type LogSummary } from "@/lib/logs";
import { listApiKeys } from "@/lib/merchants";
import { listLedger } from "@/lib/wallets";
import type { Found } from "./found";

const MOST_OF_A_KIND = 5;
/** So many keys are looked through, the newest first. */
const MOST_KEYS = 200;
const text = z.string().trim().min(2).max(200);

/**
 * Logs by id or by words in them, customers by the beginnings of words in name, e-mail address and id, purchases by order
 * number, payment or e-mail address, API keys by their names, ledger entries by id; a few of each. Every verb asked checks what the member may read; what is not theirs is not found.
 */
export async function findAnything(ctx: MemberCtx, input: string): Promise<Found[]> {
  const wanted = text.safeParse(input);
  if (!wanted.success) return [];
  const id = z.uuid().safeParse(wanted.data);
  const found = await Promise.all([
    id.success ? logById(ctx, id.data) : logsByWords(ctx, wanted.data),
    customers(ctx, wanted.data),
    orders(ctx, wanted.data),
    keys(ctx, wanted.data),
    id.success ? entryById(ctx, id.data) : [],
  ]);
  return found.flat();
}

async function logById(ctx: MemberCtx, id: string): Promise<Found[]> {
  const log = await getLog(ctx, id).catch(() => null);
  return log ? [foundLog(ctx, log)] : [];
}

async function logsByWords(ctx: MemberCtx, search: string): Promise<Found[]> {
  const { data } = await listLogs(ctx, { search, limit: MOST_OF_A_KIND });
  return data.map((log) => ({
    ...foundLog(ctx, log),
    path: `/usage/logs?${new URLSearchParams({ search, log: log.id })}`,
  }));
}

function foundLog(ctx: MemberCtx, log: LogSummary): Found {
  const who = log.customer ? (log.customer.name ?? log.customer.externalId) : "Guest";
  const when = formatInstant(log.lastAt, ctx.merchant.timeZone, ctx.now);
  return {
    kind: "log",
    id: log.id,
    label: log.preview || log.module,
    description: `${when} · ${who} · ${log.model} · ${formatCredits(log.cost, { places: 2 })} credits`,
    group: "Logs",
    path: `/usage/logs?log=${log.id}`,
  };
}

async function customers(ctx: MemberCtx, search: string): Promise<Found[]> {
  const customersFound = await searchCustomers(ctx, search, MOST_OF_A_KIND);
  return customersFound.map(({ externalId, name, email }) => ({
    kind: "customer",
    id: externalId,
    label: name ?? externalId,
    description: [externalId, email].filter(Boolean).join(" · "),
    group: "Customers",
    path: `/usage/billing/balances?${new URLSearchParams({ customer: externalId })}`,
  }));
}

async function orders(ctx: MemberCtx, search: string): Promise<Found[]> {
  const { data } = await listPurchases(ctx, { search, limit: MOST_OF_A_KIND });
  return data.map(({ id, number, buyer, currency, total, state }) => ({
    kind: "order",
    id,
    label: `Order ${number}`,
    description: [buyer.name ?? buyer.email, `${total} ${currency ?? ""}`.trim(), state.replaceAll("_", " ")]
      .filter(Boolean)
      .join(" · "),
    group: "Purchases",
    path: `/usage/billing/commerce/purchases?${new URLSearchParams({ search, purchase: id })}`,
  }));
}

async function keys(ctx: MemberCtx, search: string): Promise<Found[]> {
  const { data } = await listApiKeys(ctx, { limit: MOST_KEYS });
  const wanted = search.toLowerCase();
  return data
    .filter(({ id, name }) => id === search || name.toLowerCase().includes(wanted))
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, name, scopes }) => ({
      kind: "key",
      id,
      label: name,
      description: scopes.join(", "),
      group: "API keys",
      path: `/settings/api-keys?${new URLSearchParams({ key: id })}`,
    }));
}

/** The ledger is paged by id, so that a page that begins right after an entry's id begins with the entry. */
async function entryById(ctx: MemberCtx, id: string): Promise<Found[]> {
  const cursor = encodeCursor([idAfter(id)]);
  const [entry] = (await listLedger(ctx, { cursor, limit: 1 })).data;
  if (entry?.id !== id) return [];
  return [
    {
      kind: "entry",
      id,
      label: `${formatCredits(entry.delta, { sign: true })} credits`,
      description: `${entry.type} · ${formatInstant(entry.recordedAt, ctx.merchant.timeZone, ctx.now)} · ${entry.actor.label}`,
      group: "Ledger",
      path: `/usage/billing/activity?${new URLSearchParams({ range: "90d", cursor, entry: id })}`,
    },
  ];
}

/** The id that follows another in the order of ids. */
function idAfter(id: string): string {
  const digits = (BigInt(`0x${id.replaceAll("-", "")}`) + 1n).toString(16).padStart(32, "0").slice(-32);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
