import { meteredTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/observe";
import { planEndHold } from "./core/end-hold";
import type { Op, OpResult } from "./core/op";
import { planAuthorize } from "./core/plan-authorize";
import { planUsage } from "./core/plan-usage";
import type { World } from "./core/world";
import { keepStatisticsFresh } from "./fresh-statistics";
import { loadWorld } from "./load-world";
import { postWorld } from "./post-world";
import { findTidying, prepare } from "./prepare";
import type { MeteredRequest } from "./request";

/** How often a lone request is tried when other servers' writes get in its way. */
const TRIES = 4;

/** PostgreSQL's codes for "try again": serialization, deadlock, a row or key that has just been written. */
const TRY_AGAIN = new Set(["40001", "40P01", "23505"]);

/**
 * Settles a group of requests in one transaction: prepare, lock, load, plan each in the order of arrival, write,
 * commit. A request that fails by itself (a conflict, a refusal) leaves the others alone; when the transaction as a
 * whole fails, each request is settled by itself, so that one never fails its neighbours. `decided` is called when
 * everything has been sent to be written, and the next group may begin.
 */
export async function settleGroup(
  requests: readonly MeteredRequest[],
  decided: () => void = NOTHING,
): Promise<OpResult[]> {
  try {
    return await settleTogether(requests, decided);
  } catch (error) {
    if (isOutage(error)) throw UNAVAILABLE;
    if (requests.length === 1) return [await settleAlone(requests, error)];
    log.warn("A group is settled one by one.", { requests: requests.length, reason: reasonOf(error) });
    const results: OpResult[] = [];
    for (const request of requests) results.push(...(await settleGroup([request])));
    return results;
  }
}

const NOTHING = () => {};

async function settleAlone(requests: readonly MeteredRequest[], first: unknown): Promise<OpResult> {
  let error = first;
  for (let tries = 1; tries < TRIES && TRY_AGAIN.has(codeOf(error)); tries += 1) {
    try {
      const [result] = await settleTogether(requests, NOTHING);
      if (result) return result;
    } catch (next) {
      error = next;
    }
  }
  if (isOutage(error)) throw UNAVAILABLE;
  return { ok: false, error: toError(error) };
}

/** Nothing is known to be lost: a request that was committed all the same is answered as a repeat. */
const UNAVAILABLE = new AppError(
  "unavailable",
  "The database cannot be reached. Please repeat the request.",
  {
    retryAfterSeconds: 1,
  },
);

/** PostgreSQL's error classes that are about one statement's data; any other means that the server is in trouble. */
const OF_THE_DATA = /^(21|22|23|40|42|44|P0)/;

/** Whether the database is gone or going: then no request of the group can be settled, alone or together. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  const code = codeOf(error);
  if (code !== "") return !OF_THE_DATA.test(code);
  return /connection|timeout|terminated/i.test(error.message);
}

async function settleTogether(requests: readonly MeteredRequest[], decided: () => void): Promise<OpResult[]> {
  // The group's instant is its latest arrival, so that no request is decided before it came.
  const now = new Date(Math.max(...requests.map((request) => request.now.getTime())));
  const { ops, tidying, moreToTidy } = await prepare(requests, now);
  if (moreToTidy) {
    await tidyHolds([...new Set(requests.map((request) => request.op.merchantId))], now);
    return settleTogether(requests, decided);
  }
  const present = ops.filter((op) => op !== null);
  const results = await runTransaction([...tidying, ...present], now, decided);
  const answers = results.slice(tidying.length)[Symbol.iterator]();
  return ops.map((op) => (op === null ? NO_HOLD : (answers.next().value ?? NO_HOLD)));
}

/** Ends the open holds of these merchants whose time is over at `now`, so that what they kept is free again. */
export async function tidyHolds(merchantIds: readonly string[], now: Date): Promise<void> {
  for (;;) {
    const { tidying, moreToTidy } = await findTidying(merchantIds, now);
    await runTransaction(tidying, now, NOTHING);
    if (!moreToTidy) return;
  }
}

const NO_HOLD: OpResult = { ok: false, error: new AppError("not_found", "No such hold.") };

async function runTransaction(ops: readonly Op[], now: Date, decided: () => void): Promise<OpResult[]> {
  if (ops.length === 0) return [];
  const { results, committed } = await meteredTx(async (sql) => {
    const loaded = await loadWorld(sql, ops, now);
    const planned = ops.map((op) => plan(loaded.world, op));
    const posted = postWorld(sql, loaded.world);
    decided();
    await posted;
    return { results: planned, committed: loaded.committed };
  });
  committed();
  keepStatisticsFresh(ops.length);
  return results;
}

/** Plans one op; its own failure is its answer, any other is a bug and fails the group. */
function plan(world: World, op: Op): OpResult {
  try {
    return planOne(world, op);
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error };
    throw error;
  }
}

function planOne(world: World, op: Op): OpResult {
  switch (op.kind) {
    case "authorize":
      return planAuthorize(world, op);
    case "usage":
      return planUsage(world, op);
    case "release":
    case "expire":
      return planEndHold(world, op);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}

/** PostgreSQL's "numeric value out of range": a counter or balance that no longer fits. */
const OUT_OF_RANGE = "22003";

function toError(error: unknown): Error {
  if (codeOf(error) === OUT_OF_RANGE) {
    return new AppError("invalid_input", "The amounts add up to more than can be counted.");
  }
  return error instanceof Error ? error : new Error(String(error));
}
