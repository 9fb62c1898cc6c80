import { type Ctx, permissionsOfRole, type Role, ROLES } from "@/lib/access";
import { sqlOf, type Tx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { requireId } from "./known-id";
import { countOwners, findMember, lockOwnersAnd, type Member } from "./members.repo";

const MISSING = "There is no such member.";

/** Nobody gives or takes a role that may do more than their own. Throws `forbidden`. */
export function requirePowersOverRole(ctx: Pick<Ctx, "permissions">, role: Role): void {
  const beyond = [...permissionsOfRole(role)].find((permission) => !ctx.permissions.has(permission));
  if (beyond === undefined) return;
  throw new AppError("forbidden", `The role "${role}" may do more than you: "${beyond}".`);
}

/** The roles that an actor may give and take. */
export function rolesWithin(ctx: Pick<Ctx, "permissions">): Role[] {
  return ROLES.filter((role) => [...permissionsOfRole(role)].every((each) => ctx.permissions.has(each)));
}

/** One member, locked together with the owners to the end of the transaction. Throws `not_found`. */
export async function lockMember(tx: Tx, merchantId: string, id: string): Promise<Member> {
  requireId(id, MISSING);
  const sql = sqlOf(tx);
  await lockOwnersAnd(sql, merchantId, id);
  const member = await findMember(sql, merchantId, id);
  if (!member) throw new AppError("not_found", MISSING);
  return member;
}

/** A merchant without an owner could never be managed again. Throws `conflict`. */
export async function requireAnotherOwner(tx: Tx, merchantId: string, leaving: Member): Promise<void> {
  if (leaving.role !== "owner") return;
  if ((await countOwners(sqlOf(tx), merchantId)) > 1) return;
  throw new AppError("conflict", "The last owner stays. Make somebody else an owner first.");
}
