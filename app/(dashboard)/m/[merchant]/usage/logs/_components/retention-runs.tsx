"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Instant, type KeyValue, KeyValues, notifyFailed } from "@/components/ui";
import { formatDuration } from "@/lib/kernel/format-time";
import type { LogRetention, PruningRun } from "@/lib/logs";
import { pruneAction } from "./retention-actions";
import { TaskProgress } from "../../_components/task-progress";
import type { TaskView } from "../../_components/task-view";
import { DELETE, RETENTION } from "./words";

type RetentionRunsProps = { merchant: string; saved: LogRetention; mayRun: boolean };

/** When old logs are deleted, when that was done last and what came of it; and doing it now. */
export function RetentionRuns({ merchant, saved, mayRun }: RetentionRunsProps) {
  const [task, setTask] = useState<TaskView | null>(null);
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const on = saved.contents !== null || saved.logs !== null;

  const run = () =>
    startTransition(async () => {
      const started = await pruneAction(merchant, undefined);
      if (started.ok) setTask(started.data);
      else notifyFailed(DELETE.failed, started.error.message);
    });

  return (
    <>
      <KeyValues items={factsOf(saved)} />
      {task ? (
        <TaskProgress key={task.id} merchant={merchant} task={task} onOver={() => router.refresh()} />
      ) : null}
      {on && mayRun && task === null ? (
        <div>
          <Button size="compact-sm" variant="default" onClick={run} loading={busy}>
            {RETENTION.now}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function factsOf({ schedule, nextRunAt, lastRun }: LogRetention): KeyValue[] {
  const hour = `${schedule.hour.toString().padStart(2, "0")}:00`;
  return [
    { label: RETENTION.schedule, value: RETENTION.nightly(hour, schedule.timeZone) },
    { label: RETENTION.next, value: nextRunAt ? <Instant at={nextRunAt} /> : RETENTION.none },
    { label: RETENTION.last, value: lastRun ? <LastRun run={lastRun} /> : RETENTION.neverYet },
  ];
}

function LastRun({ run }: { run: PruningRun }) {
  const { finishedAt, durationMillis, contents, logs, state } = run;
  return (
    <>
      {finishedAt ? <Instant at={finishedAt} /> : null}
      {state === "done" ? "" : `, ${state}`}
      {RETENTION.pruned(logs, contents)}
      {durationMillis === null ? "" : RETENTION.took(formatDuration(durationMillis))}
    </>
  );
}
