"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import {
  confirm,
  Drawer,
  EmptyState,
  Instant,
  KeyValues,
  notifyDone,
  notifyFailed,
  useUrlState,
} from "@/components/ui";
import { changeRoleAction, inviteAgainAction, removeMemberAction } from "../actions";
import { InvitationLink, RoleChoice } from "./invite-button";
import type { MemberRow } from "./member-row";
import { State } from "./members-table";
import { ROLE_WORDS, WORDS } from "./words";

type Role = MemberRow["role"];
type MemberDrawerProps = { merchant: string; member: MemberRow | null; roles: readonly Role[] };

/** One member: their role, their invitation, the way out. */
export function MemberDrawer({ merchant, member, roles }: MemberDrawerProps) {
  return (
    <Drawer param="member" title={member ? (member.name ?? member.email) : WORDS.empty} width={480}>
      {member ? (
        <MemberPane key={`${member.id} ${member.role}`} merchant={merchant} member={member} roles={roles} />
      ) : (
        <EmptyState title={WORDS.empty} />
      )}
    </Drawer>
  );
}

function MemberPane({ merchant, member, roles }: MemberDrawerProps & { member: MemberRow }) {
  const mayChange = roles.includes(member.role);
  return (
    <div className="tg-stack">
      <KeyValues
        items={[
          { label: WORDS.email, value: member.email },
          { label: WORDS.role, value: ROLE_WORDS[member.role]?.label ?? member.role },
          { label: WORDS.state, value: <State member={member} /> },
          ...(member.invited && member.invitationExpiresAt
            ? [{ label: WORDS.until, value: <Instant at={member.invitationExpiresAt} /> }]
            : []),
          { label: WORDS.since, value: <Instant at={member.createdAt} /> },
        ]}
      />
      {mayChange ? (
        <>
          {member.invited ? <AgainButtons merchant={merchant} member={member} /> : null}
          <RoleForm merchant={merchant} member={member} roles={roles} />
          <RemoveButton merchant={merchant} member={member} />
        </>
      ) : (
        <p className="tg-quiet">{roles.length > 0 ? WORDS.beyond : ROLE_WORDS[member.role]?.does}</p>
      )}
    </div>
  );
}

type PartProps = { merchant: string; member: MemberRow };

function AgainButtons({ merchant, member }: PartProps) {
  const [url, setUrl] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const again = (mail: boolean) =>
    startTransition(async () => {
      const made = await inviteAgainAction(merchant, { id: member.id, mail });
      if (!made.ok) notifyFailed(WORDS.notInvited, made.error.message);
      else if (mail) notifyDone(WORDS.sent(member.email));
      else setUrl(made.data.url);
    });
  return (
    <Group gap="sm">
      <Button variant="default" loading={busy} onClick={() => again(true)}>
        {WORDS.again}
      </Button>
      <Button variant="default" loading={busy} onClick={() => again(false)}>
        {WORDS.copyLink}
      </Button>
      <Modal opened={url !== null} onClose={() => setUrl(null)} title={WORDS.linkTitle} size={480}>
        {url === null ? null : <InvitationLink url={url} onClose={() => setUrl(null)} />}
      </Modal>
    </Group>
  );
}

function RoleForm({ merchant, member, roles }: PartProps & { roles: readonly Role[] }) {
  const [role, setRole] = useState(member.role);
  const [busy, startTransition] = useTransition();
  const submit = () =>
    startTransition(async () => {
      const changed = await changeRoleAction(merchant, { id: member.id, role });
      if (changed.ok) notifyDone(WORDS.roleChanged);
      else notifyFailed(WORDS.notChanged, changed.error.message);
    });
  return (
    <form action={submit}>
      <Stack gap="sm" align="flex-start">
        <RoleChoice roles={roles} value={role} onChange={setRole} />
        <Button type="submit" variant="default" loading={busy} disabled={role === member.role}>
          {WORDS.changeRole}
        </Button>
      </Stack>
    </form>
  );
}

function RemoveButton({ merchant, member }: PartProps) {
  const { hrefBeside, navigate } = useUrlState();
  const label = member.invited ? WORDS.revoke : WORDS.remove;
  const ask = () =>
    confirm({
      title: WORDS.removeTitle(member.name ?? member.email),
      children: (
        <>
          {member.invited ? <p>{WORDS.revokeLine}</p> : null}
          <p>{WORDS.removeLine}</p>
        </>
      ),
      confirmLabel: label,
      destructive: true,
      async onConfirm() {
        const removed = await removeMemberAction(merchant, member.id);
        if (!removed.ok) return notifyFailed(WORDS.notRemoved, removed.error.message);
        notifyDone(WORDS.removed);
        navigate(hrefBeside({ member: null }));
      },
    });
  return (
    <div>
      <Button variant="subtle" color="red" onClick={ask}>
        {label}
      </Button>
    </div>
  );
}
