"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import type { DeleteDialogProps } from "./delete-dialog";
import { filterWords } from "./log-action-filters";
import { deleteLogsAction } from "./log-actions";
import type { TaskView } from "../../_components/task-view";
import { type Deletion, deleteInput } from "./use-deletion";
import { CANCEL, COUNTING, DELETE } from "./words";

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
      else notifyFailed(DELETE.failed, started.error.message);
    });

  return (
    <form action={() => (ready ? submit() : undefined)}>
      <Stack gap="md">
        <What deletion={deletion} />
        {count ? (
          <TextInput
            label={
              <>
                {DELETE.type} <span className="tg-mono">{count}</span> {DELETE.toConfirm}
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
            {DELETE.exportFirst}
          </Button>

          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {CANCEL}
            </Button>
            <Button type="submit" className="tg-destructive" disabled={!ready} loading={busy}>
              {count ? DELETE.confirm(formatPlural(count, "log")) : DELETE.confirmNone}
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
  if (wrong !== null) return <p role="alert">{DELETE.uncounted(wrong)}</p>;
  if (count === null) return <p role="status">{COUNTING}</p>;
  if (count === 0) return <p role="status">{DELETE.nothing}</p>;
  return (
    <div className="tg-confirm-body" role="status">
      <p>
        <strong>{formatPlural(count, "log")}</strong> {DELETE.what(count)}
      </p>
      {"filters" in scope ? (
        <ul className="tg-filter-words">
          {filterWords(scope.filters).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      <p>{DELETE.stays}</p>
    </div>
  );
}
