"use client";

import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { TaskProgress } from "../../_components/task-progress";
import type { TaskView } from "../../_components/task-view";
import { CLOSE, TASKS } from "./words";

type TaskPaneProps = {
  merchant: string;
  task: TaskView;
  onOver: (ended: TaskView) => void;
  /** What it came to, once it is over. */
  result?: (ended: TaskView) => ReactNode;
  onClose: () => void;
};

/** A dialog's last step: what was asked goes on in the background, here or without this dialog. */
export function TaskPane({ onClose, ...progress }: TaskPaneProps) {
  return (
    <Stack gap="md">
      <TaskProgress {...progress} />
      <p className="tg-quiet">{TASKS.goesOn}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {CLOSE}
        </Button>
      </Group>
    </Stack>
  );
}
