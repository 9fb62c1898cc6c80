import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { requirePowersOverRole } from "./member-reach";
import { insertMember, type Member } from "./members.repo";
import { ensurePerson } from "./people.repo";
import { addMemberInput, type AddMemberInput } from "./schemas";

/**
 * Lets a person into this merchant's dashboard. Someone new here can sign in through a provider that vouches for
 * their address, or sets a password by an invitation (lib/auth).
 *
 * Throws `forbidden` for a role that may do more than the actor, `conflict` when they are a member already, or when
 * the address has a password here that nobody ever proved to be theirs: whoever set it would walk in.
 */
export async function addMember(ctx: Ctx, input: AddMemberInput): Promise<Member> {
  requireCan(ctx, "members:write");
  const { email, name = null, role } = addMemberInput.parse(input);
  requirePowersOverRole(ctx, role);

  return withTx(ctx, async (tx) => {
    const wished = {
      id: newId(ctx.now),
      email,
      name,
      passwordHash: null,
      emailVerified: null,
      createdAt: ctx.now,
    };
    const person = await ensurePerson(tx, wished);
    if (person.passwordHash !== null && person.emailVerified === null) {
      throw new AppError("conflict", "This address has not been proved to belong to its account yet.");
    }
    const id = newId(ctx.now);
    const added = await insertMember(tx, {
      merchantId: ctx.merchantId,
      id,
      userId: person.id,
      role,
      createdAt: ctx.now,
    });
    if (!added) throw new AppError("conflict", "This person is a member already.");
    await recordAudit(tx, ctx, {
      action: "member.add",
      entity: "member",
      entityId: id,
      details: { email, role },
    });
    const invited = person.passwordHash === null && person.emailVerified === null;
    const made = { id, userId: person.id, email, name: person.name, role, invited };
    return { ...made, invitationExpiresAt: null, createdAt: ctx.now };
  });
}
