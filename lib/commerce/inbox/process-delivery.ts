import { z } from "zod";
import { prisma, sqlOf } from "@/lib/db";
import { addJob } from "@/lib/jobs";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/observe";
import type { Connection } from "../connections/connection";
import { findConnection } from "../connections/connections.repo";
import { ADAPTERS } from "./adapters";
import {
  type AttemptEnd,
  claimDelivery,
  type DeliveryKey,
  type DeliveryWithBody,
  endAttempt,
} from "./deliveries.repo";
import { PROCESS_DELIVERY } from "./receive-delivery";
import { DeliveryRefused, type DeliveryResult } from "./take-delivery";

/** Whoever has taken one up has it for so long; should they be gone then, it is taken up again. */
export const HOLD_MILLIS = 45_000;

type Ended = Pick<DeliveryResult, "outcome" | "purchaseId"> & { readonly subject?: string | null };

/** Seconds until the next try, after each that failed; after the last it is given up. */
const PAUSES = [5, 30, 120, 600, 3_600, 21_600];
/** A snapshot that was applied while the shop was away is asked about so often. */
const MOST_CONFIRMATIONS = 4;

const keyShape = z.object({ merchantId: z.uuid(), id: z.uuid() });

/** Reads the key of a delivery from the payload of its job. */
export function deliveryOfJob(payload: unknown): DeliveryKey {
  return keyShape.parse(payload);
}

/**
 * Works on one delivery: the adapter of its kind applies what it says, and what came of it is noted. What fails is
 * tried again after a growing pause, and given up, visibly, after seven tries. A repeat, or two at once, are harmless.
 */
export async function processDelivery(key: DeliveryKey, clock: () => Date): Promise<void> {
  const now = clock();
  const until = new Date(now.getTime() + HOLD_MILLIS);
  const delivery = await claimDelivery(sqlOf(prisma), key, { now, until });
  if (!delivery) return;
  const end = await attempt(delivery, clock);
  await endAttempt(sqlOf(prisma), key, end);
  if (end.nextAttemptAt) {
    const job = { name: PROCESS_DELIVERY, payload: key, key: `delivery:${key.id}`, runAt: end.nextAttemptAt };
    await addJob(sqlOf(prisma), job);
  }
}

async function attempt(delivery: DeliveryWithBody, clock: () => Date): Promise<AttemptEnd> {
  const connection = await findConnection({ merchantId: delivery.merchantId }, delivery.connectionId);
  const idle = idleReason(connection);
  if (!connection || idle !== null) return ended(clock(), { outcome: idle ?? "", purchaseId: null });
  try {
    const result = await ADAPTERS[connection.kind]({ connection, delivery, now: clock() });
    return result.unconfirmed === undefined
      ? ended(clock(), result)
      : unconfirmed(delivery, { ...result, unconfirmed: result.unconfirmed }, clock());
  } catch (error) {
    return failed(delivery, error, clock());
  }
}

function idleReason(connection: Connection | null): string | null {
  if (!connection) return "Nothing was done: the connection is gone.";
  return connection.enabled ? null : "Nothing was done: the connection is off. Replay it once it is on.";
}

function ended(now: Date, { outcome, purchaseId, subject = null }: Ended): AttemptEnd {
  return { state: "done", outcome, error: null, nextAttemptAt: null, purchaseId, subject, now };
}

function unconfirmed(
  { attempts }: DeliveryWithBody,
  result: DeliveryResult & { unconfirmed: string },
  now: Date,
): AttemptEnd {
  if (attempts >= MOST_CONFIRMATIONS) return ended(now, result);
  const nextAttemptAt = nextTry(attempts, now);
  return { ...ended(now, result), state: "failed", error: result.unconfirmed, nextAttemptAt };
}

function failed({ attempts }: DeliveryWithBody, error: unknown, now: Date): AttemptEnd {
  const refused = error instanceof DeliveryRefused;
  const nextAttemptAt = refused ? null : nextTry(attempts, now);
  if (!refused && !(error instanceof AppError)) log.error(error);
  const known = refused || error instanceof AppError;
  return {
    state: nextAttemptAt ? "failed" : "given_up",
    outcome: null,
    error: known ? error.message : "Something went wrong on our side.",
    nextAttemptAt,
    purchaseId: null,
    subject: null,
    now,
  };
}

function nextTry(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * 1_000);
}
