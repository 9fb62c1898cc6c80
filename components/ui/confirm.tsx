"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { modals } from "@mantine/modals";
import { type ReactNode, useState, useTransition } from "react";

export type ConfirmOptions = {
  /** The question: "Delete 1,204 logs?" */
  title: string;
  /** What exactly will go, and what stays. */
  children: ReactNode;
  /** The verb on the button: "Delete 1,204 logs". */
  confirmLabel: string;
  /** Destroys something: a red button. */
  destructive?: boolean;
  /** A number or name to type first, for what cannot be undone. */
  typed?: string;
  /** The dialog stays open, busy, until this is done. */
  onConfirm: () => Promise<void> | void;
};

/** Asks before an act. Says what it will do; nothing happens on Escape or outside. */
export function confirm(options: ConfirmOptions): void {
  const id = modals.open({
    title: options.title,
    size: 440,
    children: <ConfirmForm {...options} onClose={() => modals.close(id)} />,
  });
}

function ConfirmForm({ onClose, ...options }: ConfirmOptions & { onClose: () => void }) {
  const { children, confirmLabel, destructive = false, typed, onConfirm } = options;
  const [text, setText] = useState("");
  const [busy, startTransition] = useTransition();
  const ready = typed === undefined || text.trim() === typed;

  const submit = () =>
    startTransition(async () => {
      await onConfirm();
      onClose();
    });

  return (
    <form
      action={() => {
        if (ready) submit();
      }}
    >
      <Stack gap="md">
        <div className="tg-confirm-body">{children}</div>
        {typed === undefined ? null : (
          <TextInput
            label={
              <>
                Type <span className="tg-mono">{typed}</span> to confirm
              </>
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            className={destructive ? "tg-destructive" : ""}
            disabled={!ready}
            loading={busy}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
