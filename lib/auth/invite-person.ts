import { type Ctx, requireCan } from "@/lib/access";
import { withTx } from "@/lib/db";
import { addMember } from "@/lib/merchants";
import type { AddMemberInput } from "@/lib/merchants/schemas";
import { type Invitation, inviteMember } from "./invitation";
import { mailWelcome } from "./invitation-mail";

type InvitedPerson = {
  memberId: string;
  email: string;
  /** Null for somebody who can sign in already: they were told by mail. */
  invitation: Invitation | null;
};

/**
 * Makes somebody a member and mails them: the link by which somebody new sets a password, or the address of the
 * dashboard for somebody who can sign in. Both are one: no mail without the membership.
 *
 * Throws as `addMember` does: `forbidden` for a role beyond the actor's own, `conflict` for a member.
 */
export async function invitePerson(ctx: Ctx, input: AddMemberInput): Promise<InvitedPerson> {
  requireCan(ctx, "members:write");
  return withTx(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const { id: memberId, email, invited } = await addMember(inside, input);
    if (!invited) {
      await mailWelcome(tx, ctx, { to: email });
      return { memberId, email, invitation: null };
    }
    return { memberId, email, invitation: await inviteMember(inside, memberId, { mail: true }) };
  });
}
