"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { freezeAction } from "./balance-actions";
import { ACTS, GRANT, WORDS } from "./words";

type FreezeFormProps = { merchant: string; customer: string; frozen: boolean; onClose: () => void };

/** Freezes a balance, or sets it free, and says why. */
export function FreezeForm({ merchant, customer, frozen, onClose }: FreezeFormProps) {
  const [reason, setReason] = useState("");
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const submit = () =>
    startTransition(async () => {
      const answer = await freezeAction(merchant, { customer, frozen: !frozen, reason: reason.trim() });
      if (!answer.ok) return notifyFailed(WORDS.notDone, answer.error.message);
      notifyDone(frozen ? ACTS.unfrozenDone : ACTS.frozenDone);
      router.refresh();
      onClose();
    });
  return (
    <form action={submit}>
      <Stack gap="md">
        <p>{frozen ? ACTS.unfreezeLine : ACTS.freezeLine}</p>
        <TextInput
          label={GRANT.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {GRANT.cancel}
          </Button>
          <Button type="submit" loading={busy} className={frozen ? "" : "tg-destructive"}>
            {frozen ? ACTS.unfreeze : ACTS.freeze}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
