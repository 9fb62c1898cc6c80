import type { Role } from "@/lib/access";
import { type Sql, statement, type Tx } from "@/lib/db";

/** A person's membership as people read it. `invited`: has no way to sign in yet. */
export type Member = {
  id: string;
  userId: string;
  email: string;
  name: string | null;
  role: Role;
  invited: boolean;
  /** When the link they were given last stops being good; null: never given one. */
  invitationExpiresAt: Date | null;
  createdAt: Date;
};

const COLUMNS = `m.id, m.user_id AS "userId", u.email, u.name, m.role,
  u.password_hash IS NULL AND u.email_verified IS NULL AS invited,
  m.invitation_expires_at AS "invitationExpiresAt", m.created_at AS "createdAt"`;

const LIST = statement(
  "members_list",
  `SELECT ${COLUMNS} FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.merchant_id = $1::uuid AND ($2::uuid IS NULL OR m.id < $2::uuid)
    ORDER BY m.id DESC LIMIT $3::int`,
);
const FIND = statement(
  "members_find",
  `SELECT ${COLUMNS} FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.merchant_id = $1::uuid AND m.id = $2::uuid`,
);
const LOCK_OWNERS = statement(
  "members_lock_owners",
  `SELECT id FROM members WHERE merchant_id = $1::uuid AND (role = 'owner' OR id = $2::uuid) ORDER BY id FOR UPDATE`,
);
const COUNT_OWNERS = statement(
  "members_count_owners",
  "SELECT count(*)::int AS owners FROM members WHERE merchant_id = $1::uuid AND role = 'owner'",
);

export async function findMembers(
  sql: Sql,
  merchantId: string,
  page: { limit: number; beforeId: string | null },
): Promise<Member[]> {
  return sql.rows<Member>(LIST, [merchantId, page.beforeId, String(page.limit + 1)]);
}

export async function findMember(sql: Sql, merchantId: string, id: string): Promise<Member | null> {
  const [row] = await sql.rows<Member>(FIND, [merchantId, id]);
  return row ?? null;
}

/**
 * Makes changes that concern owners wait for each other, so that two of the last owners cannot leave at once.
 * Read the member and count the owners only afterwards.
 */
export async function lockOwnersAnd(sql: Sql, merchantId: string, memberId: string): Promise<void> {
  await sql.rows(LOCK_OWNERS, [merchantId, memberId]);
}

export async function countOwners(sql: Sql, merchantId: string): Promise<number> {
  const [row] = await sql.rows<{ owners: number }>(COUNT_OWNERS, [merchantId]);
  return row?.owners ?? 0;
}

type NewMember = { merchantId: string; id: string; userId: string; role: Role; createdAt: Date };

/** False when the person is a member already. */
export async function insertMember(tx: Tx, member: NewMember): Promise<boolean> {
  const { count } = await tx.member.createMany({ data: [member], skipDuplicates: true });
  return count === 1;
}

export async function updateRole(tx: Tx, key: { merchantId: string; id: string }, role: Role): Promise<void> {
  await tx.member.update({ where: { merchantId_id: key }, data: { role }, select: { id: true } });
}

/** Notes until when the link is good that an invited member was given. */
export async function noteInvitation(tx: Tx, key: { merchantId: string; id: string }, expiresAt: Date) {
  const data = { invitationExpiresAt: expiresAt };
  await tx.member.update({ where: { merchantId_id: key }, data, select: { id: true } });
}

export async function deleteMember(tx: Tx, merchantId: string, id: string): Promise<void> {
  await tx.member.delete({ where: { merchantId_id: { merchantId, id } }, select: { id: true } });
}
