import { readSql, type Sql, sqlOf, statement, textArray, type Tx } from "@/lib/db";

/** The member who looks at a page as its customer. */
export type Viewer = { readonly id: string; readonly label: string };
export type LinkKind = "api" | "email" | "member";

const ADD_LINK = statement(
  "portal_links_add",
  `INSERT INTO portal_links (merchant_id, hash, customer_id, kind, viewer, email, created_at, expires_at)
   VALUES ($1::uuid, decode($2::text, 'hex'), $3::uuid, $4::text, $5::jsonb, $6::text, $7::timestamptz, $8::timestamptz)`,
);

/** One statement uses the link and opens the session: a link is never used for nothing, nor twice. */
const USE_LINK = statement(
  "portal_links_use",
  `WITH used AS (
     UPDATE portal_links SET used_at = $3::timestamptz
      WHERE merchant_id = $1::uuid AND hash = decode($2::text, 'hex') AND used_at IS NULL
        AND expires_at > $3::timestamptz
      RETURNING customer_id, kind, viewer, email
   ), opened AS (
   INSERT INTO portal_sessions (merchant_id, hash, customer_id, embedded, viewer, created_at, expires_at)
   SELECT $1::uuid, decode($4::text, 'hex'), customer_id, $5::boolean, viewer, $3::timestamptz,
          CASE kind WHEN 'member' THEN $7::timestamptz ELSE $6::timestamptz END
     FROM used RETURNING expires_at
   )
   SELECT opened.expires_at AS "expiresAt", used.email, c.external_id AS "externalId", c.name
     FROM opened CROSS JOIN used
     JOIN customers c ON c.merchant_id = $1::uuid AND c.id = used.customer_id`,
);

const LOOK_AT_LINK = statement(
  "portal_links_look",
  `SELECT used_at IS NOT NULL AS used FROM portal_links
    WHERE merchant_id = $1::uuid AND hash = decode($2::text, 'hex')`,
);

const ADD_SESSION = statement(
  "portal_sessions_add",
  `INSERT INTO portal_sessions (merchant_id, hash, customer_id, embedded, created_at, expires_at)
   VALUES ($1::uuid, decode($2::text, 'hex'), $3::uuid, $4::boolean, $5::timestamptz, $6::timestamptz)`,
);

const FIND_SESSION = statement(
  "portal_sessions_find",
  `SELECT s.viewer, s.embedded, s.expires_at AS "expiresAt", c.id AS "customerId", c.external_id AS "externalId",
          c.email, c.name, c.roles
     FROM portal_sessions s JOIN customers c ON c.merchant_id = s.merchant_id AND c.id = s.customer_id
    WHERE s.merchant_id = $1::uuid AND s.hash = decode($2::text, 'hex')`,
);

const END_SESSION = statement(
  "portal_sessions_end",
  "DELETE FROM portal_sessions WHERE merchant_id = $1::uuid AND hash = decode($2::text, 'hex')",
);

const USE_TOKEN = statement(
  "portal_used_tokens_add",
  `INSERT INTO portal_used_tokens (merchant_id, hash, expires_at)
   VALUES ($1::uuid, decode($2::text, 'hex'), $3::timestamptz) ON CONFLICT DO NOTHING RETURNING 1 AS one`,
);

const COUNT = statement(
  "portal_attempts_count",
  `INSERT INTO portal_attempts AS a (merchant_id, key, window_start, count)
   SELECT $1::uuid, decode(k, 'hex'), $3::timestamptz, 1 FROM unnest($2::text[]) AS k ORDER BY k
   ON CONFLICT (merchant_id, key, window_start) DO UPDATE SET count = a.count + 1
   RETURNING encode(key, 'hex') AS key, count`,
);

const BY_EMAIL = statement(
  "portal_customers_by_email",
  `SELECT id, external_id AS "externalId", email, name FROM customers
    WHERE merchant_id = $1::uuid AND email IS NOT NULL AND lower(email) = lower($2::text)
    ORDER BY id DESC LIMIT $3::int`,
);

/** Some of what is over, each time something is added: nothing piles up, and nobody waits for a sweep. */
const FORGET = ["portal_links", "portal_sessions", "portal_used_tokens"].map((table) =>
  statement(
    `${table}_forget`,
    `DELETE FROM ${table} WHERE merchant_id = $1::uuid AND hash IN (
       SELECT hash FROM ${table} WHERE merchant_id = $1::uuid AND expires_at < $2::timestamptz
        ORDER BY expires_at LIMIT 20)`,
  ),
);
const FORGET_ATTEMPTS = statement(
  "portal_attempts_forget",
  "DELETE FROM portal_attempts WHERE merchant_id = $1::uuid AND window_start < $2::timestamptz",
);

export type NewLink = {
  readonly merchantId: string;
  readonly hash: string;
  readonly customerId: string;
  readonly kind: LinkKind;
  readonly viewer: Viewer | null;
  /** The address it is mailed to. */
  readonly email: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await sqlOf(tx).rows(ADD_LINK, [
    link.merchantId,
    link.hash,
    link.customerId,
    link.kind,
    link.viewer === null ? null : JSON.stringify(link.viewer),
    link.email,
    link.createdAt.toISOString(),
    link.expiresAt.toISOString(),
  ]);
}

export type NewSession = {
  readonly merchantId: string;
  readonly hash: string;
  readonly embedded: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** A session that a link opened: whose it is, and the address that the link had been mailed to. */
export type OpenedSession = {
  readonly expiresAt: Date;
  readonly email: string | null;
  readonly externalId: string;
  readonly name: string | null;
};

/** Null when the link is not good: unknown, used or over. A member's session ends at `memberUntil`. */
export async function useLink(
  hash: string,
  session: NewSession,
  memberUntil: Date,
): Promise<OpenedSession | null> {
  const [row] = await readSql().rows<OpenedSession>(USE_LINK, [
    session.merchantId,
    hash,
    session.createdAt.toISOString(),
    session.hash,
    String(session.embedded),
    session.expiresAt.toISOString(),
    memberUntil.toISOString(),
  ]);
  return row ?? null;
}

export async function findLink(merchantId: string, hash: string): Promise<{ used: boolean } | null> {
  const [row] = await readSql().rows<{ used: boolean }>(LOOK_AT_LINK, [merchantId, hash]);
  return row ?? null;
}

export async function insertSession(customerId: string, session: NewSession): Promise<void> {
  await readSql().rows(ADD_SESSION, [
    session.merchantId,
    session.hash,
    customerId,
    String(session.embedded),
    session.createdAt.toISOString(),
    session.expiresAt.toISOString(),
  ]);
}

export type SessionRow = {
  viewer: Viewer | null;
  embedded: boolean;
  expiresAt: Date;
  customerId: string;
  externalId: string;
  email: string | null;
  name: string | null;
  roles: string[];
};

export async function findSession(merchantId: string, hash: string): Promise<SessionRow | null> {
  const [row] = await readSql().rows<SessionRow>(FIND_SESSION, [merchantId, hash]);
  return row ?? null;
}

export async function deleteSession(merchantId: string, hash: string): Promise<void> {
  await readSql().rows(END_SESSION, [merchantId, hash]);
}

/** False when a token of this name was used before. */
export async function insertUsedToken(merchantId: string, hash: string, until: Date): Promise<boolean> {
  const rows = await readSql().rows(USE_TOKEN, [merchantId, hash, until.toISOString()]);
  return rows.length === 1;
}

/** How often each of these keys has been counted in a window, this time among them. */
export async function countAttempts(
  merchantId: string,
  keys: readonly string[],
  windowStart: Date,
): Promise<Map<string, number>> {
  const params = [merchantId, textArray(keys, (key) => key), windowStart.toISOString()];
  const rows = await readSql().rows<{ key: string; count: number }>(COUNT, params);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

export type CustomerByEmail = { id: string; externalId: string; email: string; name: string | null };

export async function findCustomersByEmail(
  sql: Sql,
  merchantId: string,
  wish: { email: string; limit: number },
): Promise<CustomerByEmail[]> {
  return sql.rows<CustomerByEmail>(BY_EMAIL, [merchantId, wish.email, String(wish.limit)]);
}

/** Forgets a little of what ended before an instant. */
export async function forgetEnded(merchantId: string, before: Date): Promise<void> {
  const params = [merchantId, before.toISOString()];
  for (const each of [...FORGET, FORGET_ATTEMPTS]) await readSql().rows(each, params);
}
