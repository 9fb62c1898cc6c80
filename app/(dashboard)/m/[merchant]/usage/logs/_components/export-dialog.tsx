"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { downloadFrom } from "../../_components/download-from";
import { ExportForm } from "./export-form";
import type { LogFilterValues } from "./log-action-filters";
import { TaskProgress } from "../../_components/task-progress";
import type { TaskView } from "../../_components/task-view";
import { CLOSE, EXPORT } from "./words";

export type ExportDialogProps = {
  merchant: string;
  filters: LogFilterValues;
  /** How many logs match; null while they are counted. */
  count: number | null;
  onClose: () => void;
};

/** Exports what matches: says how many rows, asks how, then shows how far the download is. */
export function ExportDialog(props: ExportDialogProps) {
  const { merchant, onClose } = props;
  const [task, setTask] = useState<TaskView | null>(null);
  const fetchFile = (started: TaskView) => {
    setTask(started);
    downloadFrom(`/m/${merchant}/usage/logs/export?task=${started.id}`);
  };
  return (
    <Modal opened onClose={onClose} title={EXPORT.title} size={560}>
      {task ? (
        <Stack gap="md">
          <TaskProgress key={task.id} merchant={merchant} task={task} />
          <p className="tg-quiet">{EXPORT.saving}</p>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setTask(null)}>
              {EXPORT.another}
            </Button>
            <Button onClick={onClose}>{CLOSE}</Button>
          </Group>
        </Stack>
      ) : (
        <ExportForm {...props} onStarted={fetchFile} />
      )}
    </Modal>
  );
}
