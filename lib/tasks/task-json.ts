import type { Task } from "./tasks.repo";

/** A task as the HTTP API writes it. */
export function taskJson(task: Task) {
  return {
    id: task.id,
    kind: task.kind,
    state: task.state,
    total: task.total === null ? null : Number(task.total),
    done: Number(task.done),
    input: task.input,
    result: task.result,
    error: task.error,
    actor: task.actor,
    createdAt: task.createdAt.toISOString(),
    startedAt: task.startedAt?.toISOString() ?? null,
    finishedAt: task.finishedAt?.toISOString() ?? null,
  };
}
