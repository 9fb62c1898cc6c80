import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { lockMember, requireAnotherOwner, requirePowersOverRole } from "./member-reach";
import { deleteMember } from "./members.repo";
import { updatePerson } from "./people.repo";

/**
 * Shuts a member out of this merchant, from their next request on; other merchants of theirs are not touched, and
 * what they did keeps their name. Links by which somebody new was invited end with it.
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
    if (member.invited) await updatePerson({ tx }, member.userId, { signOut: true });
    await recordAudit(tx, ctx, {
      action: "member.remove",
      entity: "member",
      entityId: id,
      details: { email: member.email, role: member.role },
    });
  });
}
