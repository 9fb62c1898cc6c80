import { createHmac } from "node:crypto";
import type { Sql } from "@/lib/db";
import { appSecret } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";
import { networkOf } from "./core/network";
import {
  type CustomerSighting,
  ensureGuests,
  findCustomerIds,
  type GuestKey,
  upsertCustomers,
} from "./customers.repo";

/** How many customers and guests a process remembers having registered; then it starts over. */
const MEMORY = 100_000;

/** What was last registered of a customer, so that a sight that tells nothing new costs no statement. */
type Known = { id: string; signature: string };

const customers = new Map<string, Known>();
const guests = new Map<string, string>();

/** One string per customer, over all merchants. */
export function customerKey(merchantId: string, externalId: string): string {
  return `${merchantId}|${externalId}`;
}

function guestKey(guest: GuestKey): string {
  return `${guest.merchantId}|${guest.kind}|${guest.key}`;
}

/**
 * Creates or updates on sight the customers named, and tells their ids by `customerKey`. What a sighting leaves
 * out stays as it was; a repeat changes nothing. Ids never change, so remembering them is safe.
 */
export async function resolveCustomers(
  sql: Sql,
  sightings: readonly CustomerSighting[],
  now: Date,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const unknown = new Map<string, CustomerSighting>();
  for (const sighting of sightings) {
    const key = customerKey(sighting.merchantId, sighting.externalId);
    const known = customers.get(key);
    const waiting = unknown.get(key);
    if (known && !waiting && tellsNothingNew(sighting, known)) ids.set(key, known.id);
    else unknown.set(key, waiting ? merged(waiting, sighting) : sighting);
  }
  if (unknown.size === 0) return ids;
  if (customers.size > MEMORY) customers.clear();
  const registered = await register(sql, [...unknown.values()], now);
  for (const [key, sighting] of unknown) {
    const id = registered.get(key);
    if (id === undefined) throw new Error("A customer that was registered is not there.");
    customers.set(key, { id, signature: signatureOf(sighting) });
    ids.set(key, id);
  }
  return ids;
}

/** Looks these customers up and writes those that are new or tell something. Their ids by `customerKey`. */
async function register(
  sql: Sql,
  sightings: readonly CustomerSighting[],
  now: Date,
): Promise<Map<string, string>> {
  const existing = await findCustomerIds(sql, sightings);
  const ids = new Map(existing.map((row) => [customerKey(row.merchant_id, row.external_id), row.id]));
  const news = sightings.filter(
    (each) => !isBare(each) || !ids.has(customerKey(each.merchantId, each.externalId)),
  );
  if (news.length === 0) return ids;
  const written = await upsertCustomers(
    sql,
    news.map((each) => ({ ...each, newId: newId(now) })),
    now,
  );
  for (const row of written) ids.set(customerKey(row.merchant_id, row.external_id), row.id);
  return ids;
}

function isBare(sighting: CustomerSighting): boolean {
  return sighting.email === undefined && sighting.name === undefined && sighting.roles === undefined;
}

function tellsNothingNew(sighting: CustomerSighting, known: Known): boolean {
  return isBare(sighting) || signatureOf(sighting) === known.signature;
}

function signatureOf(sighting: CustomerSighting): string {
  return isBare(sighting) ? "" : JSON.stringify([sighting.email, sighting.name, sighting.roles]);
}

function merged(first: CustomerSighting, second: CustomerSighting): CustomerSighting {
  return {
    ...first,
    email: second.email ?? first.email,
    name: second.name ?? first.name,
    roles: second.roles ?? first.roles,
  };
}

/** A person's details were changed by other means: what this process remembers of them is out of date. */
export function forgetCustomer(merchantId: string, externalId: string): void {
  customers.delete(customerKey(merchantId, externalId));
}

export type GuestSighting = { merchantId: string; session: string; ip: string | undefined };
export type GuestIds = { sessionId: string; networkId: string | null };

/**
 * Registers guests on sight: their session and, where an address is given, its network as a keyed hash
 * (HMAC-SHA-256), so that no address is kept. Answers in the order asked.
 */
export async function resolveGuests(
  sql: Sql,
  sightings: readonly GuestSighting[],
  now: Date,
): Promise<GuestIds[]> {
  const keys = sightings.map((sighting) => ({
    session: sessionKey(sighting),
    network: networkKey(sighting),
  }));
  const wanted = keys.flatMap(({ session, network }) => (network ? [session, network] : [session]));
  const unknown = new Map(
    wanted.filter((key) => !guests.has(guestKey(key))).map((key) => [guestKey(key), key]),
  );
  if (unknown.size > 0) {
    if (guests.size > MEMORY) guests.clear();
    const rows = await ensureGuests(
      sql,
      [...new Map(wanted.map((key) => [guestKey(key), key])).values()].map((key) => ({
        ...key,
        newId: newId(now),
      })),
      now,
    );
    for (const row of rows) guests.set(`${row.merchant_id}|${row.kind}|${row.key}`, row.id);
  }
  return keys.map(({ session, network }) => ({
    sessionId: guestId(session),
    networkId: network ? guestId(network) : null,
  }));
}

function guestId(key: GuestKey): string {
  const id = guests.get(guestKey(key));
  if (id === undefined) throw new Error("A guest that was registered is not there.");
  return id;
}

function sessionKey(sighting: GuestSighting): GuestKey {
  return { merchantId: sighting.merchantId, kind: "session", key: sighting.session };
}

function networkKey(sighting: GuestSighting): GuestKey | null {
  const network = sighting.ip === undefined ? null : networkOf(sighting.ip);
  if (network === null) return null;
  const key = createHmac("sha256", appSecret())
    .update(`guest-network|${sighting.merchantId}|${network}`)
    .digest("hex");
  return { merchantId: sighting.merchantId, kind: "network", key: key.slice(0, 32) };
}
