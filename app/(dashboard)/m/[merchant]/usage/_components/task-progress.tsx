"use client";

import "./task.css";
import { Button, Progress } from "@mantine/core";
import type { ReactNode } from "react";
import { useNow } from "@/components/ui/display";
import { formatDuration } from "@/lib/kernel/format-time";
import { isOver, millisLeft } from "@/lib/tasks/schemas";
import type { TaskView } from "./task-view";
import { PROGRESS, TASK_NAMES, taskLine } from "./task-words";
import { useTask } from "./use-task";

type TaskProgressProps = {
  merchant: string;
  task: TaskView;
  onOver?: (task: TaskView) => void;
  /** What can be done once it is over. */
  result?: (task: TaskView) => ReactNode;
};

/** How far a task is and how long it still takes; it can be stopped. */
export function TaskProgress({ merchant, onOver, result, ...props }: TaskProgressProps) {
  const { task, stop, stopping, over } = useTask({
    merchant,
    task: props.task,
    ...(onOver ? { onOver } : {}),
  });
  return (
    <div className="tg-task" data-state={task.state}>
      <div className="tg-task-head">
        <span id={`task-${task.id}`}>{TASK_NAMES[task.kind]}</span>
        {over ? null : (
          <Button size="compact-sm" variant="default" onClick={() => void stop()} loading={stopping}>
            {PROGRESS.stop}
          </Button>
        )}
      </div>
      <Progress
        value={shareOf(task)}
        animated={task.state === "running"}
        color={task.state === "failed" ? "red" : "accent"}
        aria-labelledby={`task-${task.id}`}
      />
      <p className="tg-task-line" role="status">
        {taskLine(task)}
        <TimeLeft task={task} />
      </p>
      {over ? result?.(task) : null}
    </div>
  );
}

function TimeLeft({ task }: { task: TaskView }) {
  const now = useNow();
  const left = isOver(task.state) || !now ? null : millisLeft(task, now);
  return left === null || left < 1_000 ? null : <span>{PROGRESS.left(formatDuration(left))}</span>;
}

function shareOf({ state, done, total }: TaskView): number {
  if (state === "done") return 100;
  if (total === null || total === 0) return 0;
  return Math.min(100, Math.round((done / total) * 100));
}
