import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { findCustomerIdsByWords } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { instantField, storableText } from "@/lib/kernel/fields";
import type { Micros } from "@/lib/kernel/micros";
import { type BalanceOrder, balancesQuery } from "../schemas";
import {
  type BalancePage,
  countStandings,
  findBalances,
  findBalancesOf,
  findInState,
  findLatestResets,
  type FoundBalance,
} from "./balances.repo";
import { followLedger } from "./follow-ledger";
import { liveBalances } from "./live-balances";

/** A customer with what their wallet shows now. Amounts in micro-credits. */
export type BalanceRow = {
  readonly customerId: string;
  readonly externalId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly total: Micros;
  readonly held: Micros;
  readonly available: Micros;
  readonly debt: Micros;
  readonly frozen: { readonly at: Date; readonly reason: string | null } | null;
  readonly lastUsedAt: Date | null;
  readonly lastResetAt: Date | null;
};

/** A search, and a list of those in one state, looks at so many customers. */
const MOST_CANDIDATES = 500;
/** A list that is opened reads so many pieces of what is new in the ledger; the rest is the worker's. */
const PIECES_ON_SIGHT = 5;

const LARGEST = 2n ** 63n - 1n;

/** What a cursor of each order holds. */
const PLACES = {
  balance: z
    .string()
    .regex(/^-?\d{1,19}$/)
    .refine((text) => BigInt(text) <= LARGEST && BigInt(text) >= -LARGEST),
  used: z.string().refine((text) => instantField.safeParse(text).success),
  name: z.string().max(1_000),
} as const;

function placeOf(sort: BalanceOrder) {
  const column = sort.startsWith("-") ? sort.slice(1) : sort;
  const shape = column === "balance" ? PLACES.balance : column === "used" ? PLACES.used : PLACES.name;
  return z.tuple([shape, z.uuid()]);
}

/**
 * Pages through the customers who used or were given credits: by last usage, balance or name, in either direction.
 * A search finds every customer, the first 500 that match. The figures are as of `ctx.now`; the order of the whole
 * list follows the ledger a moment behind. Throws `invalid_input` for a cursor of another list.
 */
export async function listBalances(
  ctx: Ctx,
  query: z.input<typeof balancesQuery> = {},
): Promise<Page<BalanceRow>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, search, sort, state } = balancesQuery.parse(query);
  const sql = readSql();
  const [at, customerId] = cursor === undefined ? [] : decodeCursor(cursor, placeOf(sort));
  const after = at === undefined || customerId === undefined ? null : { place: at, customerId };
  const page: BalancePage = { merchantId: ctx.merchantId, order: sort, after, limit };
  await followLedger(ctx.merchantId, PIECES_ON_SIGHT);
  const some = await candidatesOf(ctx, { search, state });
  const found = await (some === null ? findBalances(sql, page) : findBalancesOf(sql, some, page));
  const { data, nextCursor } = pageOf(found, limit, (row) => [row.place, row.customerId]);
  return { data: await shown(ctx, data), nextCursor };
}

type Narrowed = { search: string | undefined; state: "frozen" | "debt" | undefined };

/** The customers a search or a state is about; null: the whole list. */
async function candidatesOf(by: Ctx, { search, state }: Narrowed): Promise<string[] | null> {
  const text = storableText(search ?? "");
  const { merchantId } = by;
  const limit = MOST_CANDIDATES;
  const [said, inState] = await Promise.all([
    text === "" ? null : findCustomerIdsByWords(by, { merchantId, text, limit }),
    state === undefined ? null : findInState(readSql(), state, { merchantId, limit }),
  ]);
  if (said === null || inState === null) return said ?? inState;
  const both = new Set(inState);
  return said.filter((id) => both.has(id));
}

async function shown(by: Ctx, found: readonly FoundBalance[]): Promise<BalanceRow[]> {
  const sql = readSql();
  const customerIds = found.map((row) => row.customerId);
  const [balances, resets] = await Promise.all([
    liveBalances(sql, { merchantId: by.merchantId, customerIds }, by.now),
    findLatestResets(sql, by.merchantId, customerIds),
  ]);
  return found.flatMap((row): BalanceRow[] => {
    const balance = balances.get(row.customerId);
    if (!balance) return [];
    const { frozenAt, frozenReason, usedAt, place: _place, ...who } = row;
    const frozen = frozenAt && { at: frozenAt, reason: frozenReason };
    return [
      {
        ...who,
        ...balance,
        frozen,
        lastUsedAt: usedAt,
        lastResetAt: resets.get(row.customerId) ?? null,
      },
    ];
  });
}

const COUNTED = 10_000;

/** How many customers used or were given credits, as far as 10,000: `{ count, more }`. */
export async function countBalances(ctx: Ctx): Promise<{ count: number; more: boolean }> {
  requireCan(ctx, "usage:read");
  const count = await countStandings(readSql(), ctx.merchantId, COUNTED + 1);
  return { count: count > COUNTED ? COUNTED : count, more: count > COUNTED };
}
