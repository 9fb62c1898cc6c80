"use client";

import { Modal, Stack } from "@mantine/core";
import { EmptyState, Instant } from "@/components/ui";
import { ImportOutcome } from "./import-outcome";
import { TaskProgress } from "../../_components/task-progress";
import type { TaskView } from "../../_components/task-view";
import { TASKS } from "./words";

type TasksDialogProps = { merchant: string; tasks: readonly TaskView[]; onClose: () => void };

/** What goes on in the background and what lately did: found again after leaving the page. */
export function TasksDialog({ merchant, tasks, onClose }: TasksDialogProps) {
  return (
    <Modal opened onClose={onClose} title={TASKS.title} size={520}>
      {tasks.length === 0 ? (
        <EmptyState title={TASKS.none}>{TASKS.noneWhy}</EmptyState>
      ) : (
        <Stack gap="lg">
          {tasks.map((task) => (
            <div key={task.id}>
              <TaskProgress
                merchant={merchant}
                task={task}
                result={(over) => <ImportOutcome merchant={merchant} task={over} />}
              />
              <p className="tg-quiet">
                <Instant at={task.createdAt} /> · {task.startedBy}
              </p>
            </div>
          ))}
        </Stack>
      )}
    </Modal>
  );
}
