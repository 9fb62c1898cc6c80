import {
  customerKey,
  type CustomerSighting,
  type GuestSighting,
  resolveCustomers,
  resolveGuests,
} from "@/lib/customers";
import { readSql } from "@/lib/db";
import { findExpiredHolds, findHolds, type Hold } from "@/lib/wallets";
import type { EndHoldOp, Op, Subject } from "./core/op";
import { keyOf } from "./core/world";
import type { MeteredRequest } from "./request";

/** A request with its subject looked up; null when it cannot be served (a hold that does not exist). */
export type Prepared = { ops: (Op | null)[]; tidying: EndHoldOp[]; moreToTidy: boolean };

/** As many expired holds as one group tidies on its way. */
const TIDY_LIMIT = 500;

/**
 * Before the transaction: registers on sight the customers and guests that requests name, and finds the holds whose time is over, so that their parts are free again for this group. None of it
 * moves credits.
 */
export async function prepare(requests: readonly MeteredRequest[], now: Date): Promise<Prepared> {
  const merchantIds = [...new Set(requests.map((request) => request.op.merchantId))];
  const [subjects, tidying] = await Promise.all([
    resolveSubjects(requests, now),
    findTidying(merchantIds, now),
  ]);
  const ops = requests.map((request, place): Op | null => {
    const subject = subjects[place];
    return subject ? { ...request.op, subject } : null;
  });
  return { ops, ...tidying };
}

/** The open holds of these merchants whose time is over, as ops that end them; at most 500 at once. */
export async function findTidying(
  merchantIds: readonly string[],
  now: Date,
): Promise<{ tidying: EndHoldOp[]; moreToTidy: boolean }> {
  const expired = await findExpiredHolds(readSql(), merchantIds, now);
  const tidying = expired.map((hold): EndHoldOp => ({
    kind: "expire",
    merchantId: hold.merchantId,
    id: hold.id,
    subject: subjectOf(hold),
  }));
  return { tidying, moreToTidy: expired.length === TIDY_LIMIT };
}

async function resolveSubjects(requests: readonly MeteredRequest[], now: Date): Promise<(Subject | null)[]> {
  const sql = readSql();
  const customers: CustomerSighting[] = [];
  const guests: GuestSighting[] = [];
  const holds: { merchantId: string; id: string }[] = [];
  for (const { op, subject } of requests) {
    if (subject === null) holds.push(op);
    else if (subject.kind === "customer") customers.push({ ...subject, merchantId: op.merchantId });
    else guests.push({ ...subject, merchantId: op.merchantId });
  }
  const [customerIds, guestIds, foundHolds] = await Promise.all([
    resolveCustomers(sql, customers, now),
    resolveGuests(sql, guests, now),
    findHolds(sql, holds),
  ]);
  const holdOf = new Map(foundHolds.map((hold) => [keyOf(hold.merchantId, hold.id), hold]));
  const guestQueue = guestIds[Symbol.iterator]();
  return requests.map(({ op, subject }): Subject | null => {
    if (subject === null) {
      const hold = holdOf.get(keyOf(op.merchantId, op.id));
      return hold ? subjectOf(hold) : null;
    }
    if (subject.kind === "customer") {
      const customerId = customerIds.get(customerKey(op.merchantId, subject.externalId));
      return customerId === undefined
        ? null
        : { kind: "customer", customerId, externalId: subject.externalId };
    }
    const ids = guestQueue.next().value;
    return ids
      ? { kind: "guest", guestId: ids.sessionId, networkId: ids.networkId, session: subject.session }
      : null;
  });
}

function subjectOf(hold: Hold): Subject {
  if (hold.customerId !== null) return { kind: "customer", customerId: hold.customerId, externalId: "" };
  return { kind: "guest", guestId: hold.guestId ?? "", networkId: hold.networkId, session: "" };
}
