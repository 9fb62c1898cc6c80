import { z } from "zod";
import { recordAudit } from "@/lib/audit";
import { customerKey, resolveCustomers } from "@/lib/customers";
import { readSql, type Sql, sqlOf } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, MAX_BALANCE_MICROS, micros, parseCredits } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { loadSettings } from "@/lib/merchants";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { putLot } from "../add-credits";
import { lotReferences } from "../core";
import { postEntries } from "../ledger.repo";
import { openWallet, type OpenedWallet } from "../open-wallet";
import { lockWallets } from "../wallets.repo";
import { findNextRows } from "./bulk-grants.repo";

/** So many grants share a transaction, and its locks. */
const GRANTS = 100;
const PROBLEMS_SHOWN = 100;

const placeShape = z.number().catch(0);
const problemShape = z.object({ row: z.number(), path: z.string(), message: z.string() });
const inputShape = z.object({ problems: z.array(problemShape), problemCount: z.number() });
const resultShape = z.object({
  granted: z.number(),
  credits: z.string(),
  problems: z.array(problemShape),
  problemCount: z.number(),
});
const grantShape = z.object({
  customer: z.string(),
  amount: z.string().transform((text) => micros(parseCredits(text) ?? 0n)),
  category: z.enum(["paid", "promotional"]),
  priority: z.number(),
  expiresAt: z.string().nullable(),
  reason: z.string(),
});

type Waiting = { readonly row: number; readonly grant: z.output<typeof grantShape> };
type Result = z.output<typeof resultShape>;

/**
 * Books the next grants of a list, in the transaction that notes how far it is: a grant is booked once, whatever dies.
 * Wallets are locked together, in the one order for everyone, and the merchant's daily figures last.
 */
export async function takeBulkGrantStep(work: TaskWork): Promise<TaskStep> {
  const sql = sqlOf(work.tx);
  const after = placeShape.parse(work.place ?? 0);
  const found = await findNextRows(sql, work, { after, limit: GRANTS });
  const before = resultOf(work);
  const last = found.at(-1);
  if (!last) return { place: after, done: 0, result: before, finished: true };
  const rows = found.map(({ row, grant }): Waiting => ({ row, grant: grantShape.parse(grant) }));
  const booked = await book(sql, work, rows);
  await recordAudit(work.tx, work, {
    action: "credits.bulk_grant_step",
    entity: "task",
    entityId: work.taskId,
    details: { from: rows[0]?.row ?? 0, to: last.row, credits: creditsToString(booked.credits) },
  });
  const credits = (parseCredits(before.credits) ?? 0n) + booked.credits;
  const result = {
    granted: before.granted + booked.granted,
    credits: creditsToString(credits),
    problems: [...before.problems, ...booked.problems].slice(0, PROBLEMS_SHOWN),
    problemCount: before.problemCount + booked.problems.length,
  };
  return { place: last.row, done: rows.length, result, finished: found.length < GRANTS };
}

/** What came of it so far; before the first step, what was wrong with the list itself. */
function resultOf(work: TaskWork): Result {
  const known = resultShape.safeParse(work.result);
  if (known.success) return known.data;
  const { problems, problemCount } = inputShape.parse(work.input);
  return { granted: 0, credits: "0", problems, problemCount };
}

type Booked = { granted: number; credits: bigint; problems: z.output<typeof problemShape>[] };

async function book(sql: Sql, work: TaskWork, rows: readonly Waiting[]): Promise<Booked> {
  const { merchantId, now } = work;
  const ids = await idsOf(work, rows);
  const idOf = ({ grant }: Waiting) => ids.get(customerKey(merchantId, grant.customer)) ?? "";
  const keys = [...new Set(rows.map(idOf))].map((customerId) => ({ merchantId, customerId }));
  const wallets = await lockWallets(sql, keys);
  const settings = await loadSettings(sql, merchantId);
  const opened = new Map(
    await Promise.all(
      [...wallets].map(async ([id, { book: wallet }]) => {
        return [id, await openWallet(work, sql, { book: wallet, settings })] as const;
      }),
    ),
  );
  const booked: Booked = { granted: 0, credits: 0n, problems: [] };
  for (const each of rows) {
    const wallet = opened.get(idOf(each))?.opened;
    if (wallet) bookOne(wallet, { work, each, booked });
  }
  for (const { finish } of opened.values()) await finish();
  const entries = [...opened.values()].flatMap((each) => each.entries);
  await postEntries(sql, entries, () => localDay(settings.timeZone, now));
  return booked;
}

type One = { readonly work: TaskWork; readonly each: Waiting; readonly booked: Booked };

function bookOne(wallet: OpenedWallet, { work, each, booked }: One): void {
  const { row, grant } = each;
  if (wallet.book.booked + grant.amount > MAX_BALANCE_MICROS) {
    booked.problems.push({ row, path: "amount", message: "is more than a balance can hold" });
    return;
  }
  const origin = { reason: grant.reason, bulk: work.taskId, row };
  const { lot } = putLot(wallet, {
    id: newId(work.now),
    source: "grant",
    origin,
    category: grant.category,
    priority: grant.priority,
    granted: grant.amount,
    effectiveAt: work.now,
    expiresAt: grant.expiresAt === null ? null : new Date(grant.expiresAt),
  });
  const references = { bulk: work.taskId, row, lots: lotReferences([[lot.id, lot.granted]]) };
  wallet.append({ type: "grant", delta: grant.amount, references, note: grant.reason });
  booked.granted += 1;
  booked.credits += grant.amount;
}

/** Whoever is not known yet is made: beside the transaction, since what is known of people is remembered. */
function idsOf({ merchantId, now }: TaskWork, rows: readonly Waiting[]): Promise<Map<string, string>> {
  const names = [...new Set(rows.map(({ grant }) => grant.customer))];
  const sightings = names.map((externalId) => {
    return { merchantId, externalId, email: undefined, name: undefined, roles: undefined };
  });
  return resolveCustomers(readSql(), sightings, now);
}
