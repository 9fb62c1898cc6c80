import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { lockMember, requireAnotherOwner, requirePowersOverRole } from "./member-reach";
import { type Member, updateRole } from "./members.repo";
import { type ChangeRoleInput, changeRoleInput } from "./schemas";

/**
 * Gives a member another role, from their next request on. The role they have changes nothing.
 *
 * Throws `not_found`; `forbidden` when the role they have or get may do more than the actor; `conflict` for the last
 * owner.
 */
export async function changeMemberRole(ctx: Ctx, id: string, input: ChangeRoleInput): Promise<Member> {
  requireCan(ctx, "members:write");
  const { role } = changeRoleInput.parse(input);

  return withTx(ctx, async (tx) => {
    const member = await lockMember(tx, ctx.merchantId, id);
    requirePowersOverRole(ctx, member.role);
    requirePowersOverRole(ctx, role);
    if (member.role === role) return member;
    await requireAnotherOwner(tx, ctx.merchantId, member);
    await updateRole(tx, { merchantId: ctx.merchantId, id }, role);
    await recordAudit(tx, ctx, {
      action: "member.change_role",
      entity: "member",
      entityId: id,
      details: { email: member.email, from: member.role, to: role },
    });
    return { ...member, role };
  });
}
