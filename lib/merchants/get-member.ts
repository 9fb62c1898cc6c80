import { type Ctx, requireCan } from "@/lib/access";
import { readSql, sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { requireId } from "./known-id";
import { findMember, type Member } from "./members.repo";

const MISSING = "There is no such member.";

/** One member of the merchant. Throws `not_found`. */
export async function getMember(ctx: Ctx, id: string): Promise<Member> {
  requireCan(ctx, "usage:read");
  requireId(id, MISSING);
  const member = await findMember(ctx.tx ? sqlOf(ctx.tx) : readSql(), ctx.merchantId, id);
  if (!member) throw new AppError("not_found", MISSING);
  return member;
}
