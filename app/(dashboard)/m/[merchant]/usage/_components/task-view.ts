import { z } from "zod";
import type { Task } from "@/lib/tasks";
import type { TaskKind, TaskState } from "@/lib/tasks/schemas";

/** A task as the screen shows it. */
export type TaskView = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly done: number;
  readonly total: number | null;
  readonly error: string | null;
  readonly result: unknown;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly startedBy: string;
};

export function toTaskView(task: Task): TaskView {
  const { id, kind, state, error, result, createdAt, startedAt, finishedAt } = task;
  const total = task.total === null ? null : Number(task.total);
  const startedBy = task.actor.label;
  const done = Number(task.done);
  return { id, kind, state, done, total, error, result, createdAt, startedAt, finishedAt, startedBy };
}

const importShape = z.object({ imported: z.number(), known: z.number(), wrong: z.number() });

/** What came of an import; null while that is not known. */
export function importResult(task: TaskView): z.output<typeof importShape> | null {
  const parsed = importShape.safeParse(task.result);
  return parsed.success ? parsed.data : null;
}
