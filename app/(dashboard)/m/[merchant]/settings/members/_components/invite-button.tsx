"use client";

import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { UserPlus } from "lucide-react";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { CodeBlock } from "@/components/ui/code-block";
import type { AddMemberInput } from "@/lib/merchants/schemas";
import { inviteAction } from "../actions";
import { ROLE_WORDS, WORDS } from "./words";
import type { MemberRow } from "./member-row";

type Role = MemberRow["role"];
type InviteButtonProps = { merchant: string; roles: readonly Role[] };

/** Lets somebody in, with a role that the inviter may give. */
export function InviteButton({ merchant, roles }: InviteButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<UserPlus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {WORDS.invite}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={WORDS.invite} size={480}>
        <InviteForm merchant={merchant} roles={roles} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function InviteForm({ merchant, roles, onClose }: InviteButtonProps & { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>(roles.includes("analyst") ? "analyst" : (roles[0] ?? "analyst"));
  const { wrong, url, busy, submit } = useInviting(merchant, onClose);

  if (url !== null) return <InvitationLink url={url} onClose={onClose} />;
  return (
    <form action={() => submit({ email, role, name: name.trim() || null })}>
      <Stack gap="md">
        <p className="tg-settings-line">
          {WORDS.inviteLine} {WORDS.inviteKnown}
        </p>
        <TextInput
          label={WORDS.email}
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
          value={email}
          error={wrong["email"]}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={WORDS.name}
          description={WORDS.nameHelp}
          autoComplete="off"
          value={name}
          error={wrong["name"]}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <RoleChoice roles={roles} value={role} onChange={setRole} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {WORDS.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useInviting(merchant: string, onDone: () => void) {
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [url, setUrl] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const submit = (wish: AddMemberInput) =>
    startTransition(async () => {
      const invited = await inviteAction(merchant, wish);
      if (!invited.ok) {
        setWrong(invited.error.fields ?? {});
        notifyFailed(WORDS.notInvited, invited.error.message);
        return;
      }
      const { email, url: link } = invited.data;
      notifyDone(link === null ? WORDS.letIn(email) : WORDS.sent(email));
      if (link === null) onDone();
      else setUrl(link);
    });
  return { wrong, url, busy, submit };
}

type RoleChoiceProps = { roles: readonly Role[]; value: Role; onChange: (role: Role) => void };

/** Each role with what it may do. */
export function RoleChoice({ roles, value, onChange }: RoleChoiceProps) {
  const choose = (wish: string) => {
    const role = roles.find((each) => each === wish);
    if (role) onChange(role);
  };
  return (
    <Radio.Group label={WORDS.role} value={value} onChange={choose}>
      <Stack gap={8} mt={8}>
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={ROLE_WORDS[role]?.label}
            description={ROLE_WORDS[role]?.does}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** The link, to be handed over instead of the mail or beside it. */
export function InvitationLink({ url, onClose }: { url: string; onClose: () => void }) {
  return (
    <Stack gap="md">
      <p className="tg-settings-line">{WORDS.linkLine}</p>
      <CodeBlock code={url} title={WORDS.linkTitle} wrap />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
