"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import type { DeleteDialogProps } from "./delete-dialog";
import { filterWords } from "./log-action-filters";
import { deleteLogsAction } from "./log-actions";
import type { TaskView } from "./task-view";
import { type Deletion, deleteInput } from "./use-deletion";

type DeleteFormProps = DeleteDialogProps & { onStarted: (task: TaskView) => void };

/** What will go, what stays, an export before, and the number to type. */
export function DeleteForm({ merchant, deletion, onClose, onExport, onStarted }: DeleteFormProps) {
  const [typed, setTyped] = useState("");
  const [busy, startTransition] = useTransition();
  const { count } = deletion;
  const ready = count !== null && count > 0 && digitsOf(typed) === count.toString();

  const submit = () =>
    startTransition(async () => {
      const started = await deleteLogsAction(merchant, deleteInput(deletion.scope));
      if (started.ok) onStarted(started.data);
      else notifyFailed("Nothing was deleted", started.error.message);
    });

  return (
    <form action={() => (ready ? submit() : undefined)}>
      <Stack gap="md">
        <What deletion={deletion} />
        {count ? (
          <TextInput
            label={
              <>
                Type <span className="tg-mono">{count}</span> to confirm
              </>
            }
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
          />
        ) : null}
        <Group justify="space-between" gap="sm">
          <Button variant="subtle" onClick={onExport} disabled={!count}>
            Export first
          </Button>

          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" className="tg-destructive" disabled={!ready} loading={busy}>
              {count ? `Delete ${formatPlural(count, "log")}` : "Delete"}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** Digits may be grouped as they are shown. */
function digitsOf(text: string): string {
  return text.replace(/[\s,.]/g, "");
}

function What({ deletion: { scope, count, wrong } }: { deletion: Deletion }) {
  if (wrong !== null) return <p role="alert">They could not be counted: {wrong} Nothing was deleted.</p>;
  if (count === null) return <p role="status">Counting the logs…</p>;
  if (count === 0) return <p role="status">No log matches: there is nothing to delete.</p>;
  return (
    <div className="tg-confirm-body" role="status">
      <p>
        <strong>{formatPlural(count, "log")}</strong> will be deleted, with every message and payload in{" "}
        {count === 1 ? "it" : "them"}. This cannot be undone.
      </p>
      {"filters" in scope ? (
        <ul className="tg-filter-words">
          {filterWords(scope.filters).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      <p>What they cost stays: balances, ledger, usage totals and charts do not change.</p>
    </div>
  );
}
