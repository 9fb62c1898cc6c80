"use client";

import { Button, Group, Stack } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTransition } from "react";
import { Credits, KeyValues } from "@/components/ui";
import { EDIT } from "./words";

type Conflict = {
  seen: bigint;
  now: bigint;
  wanted: bigint;
  /** Sets it anyway, over what it shows now. */
  onSet: () => Promise<void>;
};

/** Shows what the member saw, what it is and what they want, and asks which it shall be. */
export function askConflict(conflict: Conflict): void {
  const id = modals.open({
    title: EDIT.conflictTitle,
    size: 440,
    children: <ConflictForm {...conflict} onClose={() => modals.close(id)} />,
  });
}

function ConflictForm({ seen, now, wanted, onSet, onClose }: Conflict & { onClose: () => void }) {
  const [busy, startTransition] = useTransition();
  const set = () =>
    startTransition(async () => {
      await onSet();
      onClose();
    });
  return (
    <Stack gap="md">
      <p>{EDIT.conflictLine}</p>
      <KeyValues
        items={[
          { label: EDIT.seen, value: <Credits micros={seen} places={6} /> },
          { label: EDIT.now, value: <Credits micros={now} places={6} /> },
          { label: EDIT.wanted, value: <Credits micros={wanted} places={6} /> },
        ]}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {EDIT.keep(now)}
        </Button>
        <Button onClick={set} loading={busy}>
          {EDIT.setAnyway(wanted, now)}
        </Button>
      </Group>
    </Stack>
  );
}
