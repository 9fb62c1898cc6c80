import { plainArray, type Sql, statement, textArray } from "@/lib/db";
import type { GuestBook } from "./core/guest-book";

/** A customer as a caller names them; what is absent stays as it was. */
export type CustomerSighting = {
  merchantId: string;
  externalId: string;
  email: string | undefined;
  name: string | undefined;
  roles: readonly string[] | undefined;
};

const UPSERT = statement(
  "customers_upsert",
  `WITH seen AS (
     INSERT INTO customers AS c (merchant_id, id, external_id, email, name, roles, created_at, updated_at)
     SELECT k.merchant_id, k.id, k.external_id, k.email, k.name,
            ARRAY(SELECT jsonb_array_elements_text(coalesce(k.roles, '[]'::jsonb))), $7::timestamptz, $7::timestamptz
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[])
            WITH ORDINALITY AS k(merchant_id, id, external_id, email, name, roles, place)
      ORDER BY k.merchant_id, k.external_id
     ON CONFLICT (merchant_id, external_id) DO UPDATE
       SET email = coalesce(excluded.email, c.email), name = coalesce(excluded.name, c.name),
           roles = CASE WHEN (SELECT k.roles FROM unnest($1::uuid[], $3::text[], $6::jsonb[]) AS k(merchant_id, external_id, roles)
                               WHERE k.merchant_id = c.merchant_id AND k.external_id = c.external_id) IS NULL
                        THEN c.roles ELSE excluded.roles END,
           updated_at = excluded.updated_at
     RETURNING merchant_id, id, external_id
   ), opened AS (
     INSERT INTO wallets (merchant_id, customer_id, updated_at)
     SELECT merchant_id, id, $7::timestamptz FROM seen ORDER BY merchant_id, id
     ON CONFLICT DO NOTHING
   )
   SELECT merchant_id, id, external_id FROM seen`,
);

const FIND_IDS = statement(
  "customers_find_ids",
  `SELECT c.merchant_id, c.id, c.external_id
     FROM unnest($1::uuid[], $2::text[]) AS k(merchant_id, external_id)
     JOIN customers c ON c.merchant_id = k.merchant_id AND c.external_id = k.external_id`,
);

const ADD_GUESTS = statement(
  "guests_add",
  `INSERT INTO guests (merchant_id, id, kind, key, created_at)
   SELECT k.merchant_id, k.id, k.kind, k.key, $5::timestamptz
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS k(merchant_id, id, kind, key)
    ORDER BY k.merchant_id, k.kind, k.key
   ON CONFLICT DO NOTHING`,
);

const FIND_GUESTS = statement(
  "guests_find",
  `SELECT g.merchant_id, g.id, g.kind, g.key
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS k(merchant_id, kind, key)
     JOIN guests g ON g.merchant_id = k.merchant_id AND g.kind = k.kind AND g.key = k.key`,
);

const LOCK_GUESTS = statement(
  "guests_lock",
  `SELECT g.merchant_id, g.id, g.carry_ticks
     FROM unnest($1::uuid[], $2::uuid[]) AS k(merchant_id, id)
     JOIN guests g ON g.merchant_id = k.merchant_id AND g.id = k.id
    ORDER BY g.merchant_id, g.id
      FOR NO KEY UPDATE OF g`,
);

const UPDATE_GUESTS = statement(
  "guests_update",
  `UPDATE guests g SET carry_ticks = n.carry
     FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS n(merchant_id, id, carry)
    WHERE g.merchant_id = n.merchant_id AND g.id = n.id`,
);

export type CustomerId = { merchant_id: string; id: string; external_id: string };
export type GuestKey = { merchantId: string; kind: "session" | "network"; key: string };

/** Creates or updates customers, and opens their wallets. The list names no customer twice. */
export async function upsertCustomers(
  sql: Sql,
  sightings: readonly (CustomerSighting & { newId: string })[],
  now: Date,
): Promise<CustomerId[]> {
  return sql.rows<CustomerId>(UPSERT, [
    plainArray(sightings, (each) => each.merchantId),
    plainArray(sightings, (each) => each.newId),
    textArray(sightings, (each) => each.externalId),
    textArray(sightings, (each) => each.email ?? null),
    textArray(sightings, (each) => each.name ?? null),
    textArray(sightings, (each) => (each.roles ? JSON.stringify(each.roles) : null)),
    now.toISOString(),
  ]);
}

export async function findCustomerIds(
  sql: Sql,
  keys: readonly { merchantId: string; externalId: string }[],
): Promise<CustomerId[]> {
  return sql.rows<CustomerId>(FIND_IDS, [
    plainArray(keys, (key) => key.merchantId),
    textArray(keys, (key) => key.externalId),
  ]);
}

/** Registers guests on sight and tells their ids. A repeat registers nothing. */
export async function ensureGuests(
  sql: Sql,
  guests: readonly (GuestKey & { newId: string })[],
  now: Date,
): Promise<{ merchant_id: string; id: string; kind: string; key: string }[]> {
  const [merchants, kinds, keys] = [
    plainArray(guests, (guest) => guest.merchantId),
    plainArray(guests, (guest) => guest.kind),
    textArray(guests, (guest) => guest.key),
  ];
  await sql.rows(ADD_GUESTS, [
    merchants,
    plainArray(guests, (guest) => guest.newId),
    kinds,
    keys,
    now.toISOString(),
  ]);
  return sql.rows(FIND_GUESTS, [merchants, kinds, keys]);
}

/** Locks guest rows in one order for everyone; after the wallets, where both are needed. */
export async function lockGuests(
  sql: Sql,
  keys: readonly { merchantId: string; id: string }[],
): Promise<Map<string, GuestBook>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.rows<{ merchant_id: string; id: string; carry_ticks: bigint }>(LOCK_GUESTS, [
    plainArray(keys, (key) => key.merchantId),
    plainArray(keys, (key) => key.id),
  ]);
  return new Map(
    rows.map((row) => [
      row.id,
      { merchantId: row.merchant_id, id: row.id, carryTicks: row.carry_ticks, loadedCarry: row.carry_ticks },
    ]),
  );
}

/** Writes back the carried fractions that changed. */
export async function postGuests(sql: Sql, guests: Iterable<GuestBook>): Promise<void> {
  const changed = [...guests].filter((guest) => guest.carryTicks !== guest.loadedCarry);
  if (changed.length === 0) return;
  await sql.rows(UPDATE_GUESTS, [
    plainArray(changed, (guest) => guest.merchantId),
    plainArray(changed, (guest) => guest.id),
    plainArray(changed, (guest) => guest.carryTicks),
  ]);
}
