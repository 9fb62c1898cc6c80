"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import { Instant, notifyFailed } from "@/components/ui";
import { downloadFrom } from "../../../_components/download-from";
import { TaskProgress } from "../../../_components/task-progress";
import type { TaskView } from "../../../_components/task-view";
import { startExportAction } from "./export-actions";
import type { LedgerFilters } from "./export-button";
import { EXPORT } from "./words";

type ExportDialogProps = {
  merchant: string;
  filters: LedgerFilters;
  /** How many entries match; null while they are counted. */
  count: number | null;
  onClose: () => void;
};

/** Says how many entries match, then shows how far their download is. */
export function ExportDialog({ merchant, filters, count, onClose }: ExportDialogProps) {
  const [task, setTask] = useState<TaskView | null>(null);
  const [busy, startTransition] = useTransition();
  const start = () =>
    startTransition(async () => {
      const started = await startExportAction(merchant, filters);
      if (!started.ok) return notifyFailed(EXPORT.failed, started.error.message);
      setTask(started.data);
      downloadFrom(`/m/${merchant}/usage/billing/activity/export?task=${started.data.id}`);
    });
  return (
    <Modal opened onClose={onClose} title={EXPORT.title} size={480}>
      <Stack gap="md">
        {task ? (
          <>
            <TaskProgress merchant={merchant} task={task} />
            <p className="tg-quiet">{EXPORT.saving}</p>
          </>
        ) : (
          <What filters={filters} count={count} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {task ? EXPORT.close : EXPORT.cancel}
          </Button>
          {task ? null : (
            <Button onClick={start} loading={busy} disabled={!count} data-autofocus>
              {EXPORT.confirm(count ?? 0)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function What({ filters: { from, to, ...narrowing }, count }: Pick<ExportDialogProps, "filters" | "count">) {
  const narrowed = Object.keys(narrowing).length > 0;
  return (
    <div role="status">
      <p>{count === null ? EXPORT.counting : count === 0 ? EXPORT.nothing : EXPORT.what(count, narrowed)}</p>
      <p className="tg-quiet">
        <Instant at={new Date(from)} /> – <Instant at={new Date(to)} />
      </p>
    </div>
  );
}
