import { prisma, type Sql, statement, type Tx, type TxScope } from "@/lib/db";
import type { Role } from "@/lib/access";

export type Person = {
  id: string;
  email: string;
  name: string | null;
  passwordHash: string | null;
  emailVerified: Date | null;
  sessionVersion: number;
};

const PERSON = {
  id: true,
  email: true,
  name: true,
  passwordHash: true,
  emailVerified: true,
  sessionVersion: true,
} as const;

export async function findPersonByEmail(scope: TxScope, email: string): Promise<Person | null> {
  return (scope.tx ?? prisma).user.findUnique({ where: { email }, select: PERSON });
}

export async function findPersonById(scope: TxScope, id: string): Promise<Person | null> {
  return (scope.tx ?? prisma).user.findUnique({ where: { id }, select: PERSON });
}

export type NewPerson = {
  id: string;
  email: string;
  name: string | null;
  passwordHash: string | null;
  emailVerified: Date | null;
  createdAt: Date;
};

/** Adds a person unless the e-mail address is taken; whose it is now. */
export async function ensurePerson(tx: Tx, person: NewPerson): Promise<Person> {
  await tx.user.createMany({ data: [person], skipDuplicates: true });
  return tx.user.findUniqueOrThrow({ where: { email: person.email }, select: PERSON });
}

export async function updatePerson(
  scope: TxScope,
  id: string,
  change: { passwordHash?: string | null; emailVerified?: Date; name?: string; signOut: boolean },
): Promise<void> {
  const { signOut, ...data } = change;
  await (scope.tx ?? prisma).user.update({
    where: { id },
    data: { ...data, ...(signOut ? { sessionVersion: { increment: 1 } } : {}) },
    select: { id: true },
  });
}

/**
 * Gives a person who was never able to sign in their first password, and uses up what was made for this version of
 * their sessions. False when that happened already.
 */
export async function claimPerson(
  { id, sessionVersion }: Person,
  claim: { name: string | null; passwordHash: string; emailVerified: Date | null },
): Promise<boolean> {
  const { name, passwordHash, emailVerified } = claim;
  const { count } = await prisma.user.updateMany({
    where: { id, sessionVersion, passwordHash: null, emailVerified: null },
    data: {
      passwordHash,
      emailVerified,
      sessionVersion: { increment: 1 },
      ...(name === null ? {} : { name }),
    },
  });
  return count === 1;
}

/** Puts another password in the place of the one that was seen, and ends all sessions. False when it was not there. */
export async function setPassword(
  { id, passwordHash: seen }: Pick<Person, "id" | "passwordHash">,
  passwordHash: string,
): Promise<boolean> {
  const { count } = await prisma.user.updateMany({
    where: { id, passwordHash: seen },
    data: { passwordHash, sessionVersion: { increment: 1 } },
  });
  return count === 1;
}

export async function setPersonName(id: string, name: string): Promise<void> {
  await updatePerson({}, id, { name, signOut: false });
}

const ACCESS = statement(
  "members_access",
  `SELECT u.email, u.name, u.session_version AS "sessionVersion", m.id AS "memberId", m.role, t.id AS "merchantId",
          t.slug, t.name AS "merchantName", t.time_zone AS "timeZone", t.week_start AS "weekStart", t.currency,
          d.delete_at AS "deleteAt"
     FROM users u
     LEFT JOIN merchants t ON t.slug = $2
     LEFT JOIN merchant_deletions d ON d.merchant_id = t.id
     LEFT JOIN members m ON m.merchant_id = t.id AND m.user_id = u.id AND d.started_at IS NULL
    WHERE u.id = $1::uuid`,
);

type Signed = { email: string; name: string | null; sessionVersion: number };
type Place = {
  memberId: string;
  role: Role;
  merchantId: string;
  slug: string;
  merchantName: string;
  timeZone: string;
  weekStart: "monday" | "sunday" | "saturday";
  currency: string;
  /** When the merchant will be deleted; null: nobody asked for that. */
  deleteAt: Date | null;
};
export type AccessRow = (Signed & Place) | (Signed & { memberId: null });

/** A person and, if they are a member of the merchant and it is not going already, in which role. One statement: every page asks it. */
export async function findAccess(sql: Sql, userId: string, slug: string): Promise<AccessRow | null> {
  const [row] = await sql.rows<AccessRow>(ACCESS, [userId, slug]);
  return row ?? null;
}

const MEMBERSHIPS = statement(
  "members_of_person",
  `SELECT t.slug, t.name, m.role FROM members m JOIN merchants t ON t.id = m.merchant_id
    WHERE m.user_id = $1::uuid
      AND NOT EXISTS (SELECT 1 FROM merchant_deletions d WHERE d.merchant_id = t.id AND d.started_at IS NOT NULL)
    ORDER BY t.name, t.slug`,
);

export type Membership = { slug: string; name: string; role: Role };

export async function findMemberships(sql: Sql, userId: string): Promise<Membership[]> {
  return sql.rows<Membership>(MEMBERSHIPS, [userId]);
}
