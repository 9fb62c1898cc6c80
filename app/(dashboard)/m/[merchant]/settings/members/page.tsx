import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listMembers, rolesWithin } from "@/lib/merchants";
import { InviteButton } from "./_components/invite-button";
import { MembersTable } from "./_components/members-table";
import { MemberDrawer } from "./_components/member-drawer";
import { TITLE, WORDS } from "./_components/words";

export const metadata: Metadata = { title: TITLE };

/** Who may enter this dashboard: the list, one of them in a drawer, and the way to let somebody in. */
export default async function MembersPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/settings/members">) {
  const [{ merchant }, { cursor, member: openId }] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const page = await listMembers(ctx, typeof cursor === "string" ? { cursor } : {});
  const roles = ctx.permissions.has("members:write") ? rolesWithin(ctx) : [];
  const members = page.data.map((member) => ({
    ...member,
    expired: member.invitationExpiresAt !== null && member.invitationExpiresAt <= ctx.now,
    self: member.id === ctx.actor.id,
  }));
  return (
    <>
      <PageHeader
        title={TITLE}
        description={WORDS.description}
        actions={roles.length > 0 ? <InviteButton merchant={merchant} roles={roles} /> : null}
      />
      <MembersTable members={members} nextCursor={page.nextCursor} />
      <MemberDrawer
        merchant={merchant}
        member={members.find(({ id }) => id === openId) ?? null}
        roles={roles}
      />
    </>
  );
}
