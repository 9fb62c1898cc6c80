import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { lockMember, requireAnotherOwner, requirePowersOverRole } from "./member-reach";
import { deleteMember } from "./members.repo";

/**
 * Shuts a member out of this merchant, from their next request on; other merchants of theirs are not touched, and
 * what they did keeps their name.
 *
 * Throws `not_found`, also on a repeat; `forbidden` when they may do more than the actor; `conflict` for the last
 * owner.
 */
export async function removeMember(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "members:write");
  await withTx(ctx, async (tx) => {
    const member = await lockMember(tx, ctx.merchantId, id);
    requirePowersOverRole(ctx, member.role);
    await requireAnotherOwner(tx, ctx.merchantId, member);
    await deleteMember(tx, ctx.merchantId, id);
    await recordAudit(tx, ctx, {
      action: "member.remove",
      entity: "member",
      entityId: id,
      details: { email: member.email, role: member.role },
    });
  });
}
