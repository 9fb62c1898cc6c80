import { z } from "zod";
import { prisma, type Sql, sqlOf } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { creditsToString } from "@/lib/kernel/micros";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { findUnshown, proveCounters, proveSome } from "../verify.repo";
import { counterBreak, walletBreaks } from "../verify-wallets";
import { namedBreaks } from "./named-breaks";
import { findNextWallets, keepVerification } from "./verifications.repo";

/** So many wallets are proven in one step, in one snapshot. */
const WALLETS = 200;
const MOST_BREAKS = 100;

const FIRST = "00000000-0000-0000-0000-000000000000";
const placeShape = z.uuid().catch(FIRST);
const breakShape = z.looseObject({ what: z.string() });
const resultShape = z
  .object({ wallets: z.number(), entries: z.number(), breaks: z.array(breakShape) })
  .catch({ wallets: 0, entries: 0, breaks: [] });

type Found = z.output<typeof resultShape>;

/** Proves the next wallets of a merchant; after the last, what quotas keep for holds, and keeps the proof. */
export async function takeVerificationStep(work: TaskWork): Promise<TaskStep> {
  const before = resultShape.parse(work.result);
  const after = work.place === null ? FIRST : placeShape.parse(work.place);
  const ids = await findNextWallets(sqlOf(work.tx), work.merchantId, { after, limit: WALLETS });
  const last = ids.at(-1);
  if (last === undefined) {
    const ended = await finish(work, before);
    return { place: after, done: 0, result: plain(ended), finished: true };
  }
  const found = await inSnapshot((sql) => prove(sql, work.merchantId, ids));
  const breaks = [...before.breaks, ...found.breaks].slice(0, MOST_BREAKS);
  const result = {
    wallets: before.wallets + found.wallets,
    entries: before.entries + found.entries,
    breaks,
  };
  return { place: last, done: ids.length, result: plain(result), finished: false };
}

async function prove(sql: Sql, merchantId: string, ids: readonly string[]): Promise<Found> {
  const rows = await proveSome(sql, merchantId, ids);
  const breaks = await namedBreaks(sql, merchantId, await walletBreaks(sql, rows));
  const [totals] = rows;
  return { wallets: Number(totals?.wallets ?? 0n), entries: Number(totals?.entries ?? 0n), breaks };
}

/** Traffic meanwhile cannot look like a break. */
function inSnapshot<Result>(look: (sql: Sql) => Promise<Result>): Promise<Result> {
  return prisma.$transaction((tx) => look(sqlOf(tx)), {
    isolationLevel: "RepeatableRead",
    maxWait: 10_000,
    timeout: 120_000,
  });
}

async function finish(work: TaskWork, found: Found): Promise<Found> {
  const { merchantId, now, actor } = work;
  const { counters, unshown } = await inSnapshot(async (sql) => ({
    counters: await proveCounters(sql, merchantId),
    unshown: await findUnshown(sql, merchantId, now),
  }));
  const sql = sqlOf(work.tx);
  const more = await namedBreaks(sql, merchantId, counters.map(counterBreak));
  const breaks = [...found.breaks, ...more].slice(0, MOST_BREAKS);
  await keepVerification(sql, {
    merchantId,
    id: newId(now),
    customerId: null,
    ok: breaks.length === 0,
    at: now,
    wallets: BigInt(found.wallets),
    entries: BigInt(found.entries),
    unshown: { expired: creditsToString(unshown.expired), future: creditsToString(unshown.future) },
    breaks,
    actor,
  });
  return { ...found, breaks };
}

/** As a task keeps it. */
function plain(found: Found) {
  return z.json().parse(JSON.parse(JSON.stringify(found)));
}
