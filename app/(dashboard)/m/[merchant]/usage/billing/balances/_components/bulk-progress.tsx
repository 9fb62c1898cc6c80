"use client";

import { Button, Group, Progress, Stack } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import { bulkTaskAction, stopBulkAction } from "./bulk-actions";
import { BULK } from "./words";

export type BulkTask = {
  readonly id: string;
  readonly state: string;
  readonly error: string | null;
  readonly done: number;
  readonly total: number;
  readonly granted: number;
  readonly left: number;
  readonly over: boolean;
};

const EVERY = 1_000;

type BulkProgressProps = { merchant: string; task: BulkTask; onOver: () => void; onClose: () => void };

/** How far a bulk grant is; it can be stopped, and goes on without this dialog. */
export function BulkProgress({ merchant, onOver, onClose, ...props }: BulkProgressProps) {
  const [task, setTask] = useState(props.task);
  const look = useEffectEvent(async () => {
    const answer = await bulkTaskAction(merchant, task.id);
    if (!answer.ok) return;
    setTask(answer.data);
    if (answer.data.over) onOver();
  });
  useEffect(() => {
    if (task.over) return;
    const timer = setInterval(() => void look(), EVERY);
    return () => clearInterval(timer);
  }, [task.over]);
  const stop = async () => {
    const answer = await stopBulkAction(merchant, task.id);
    if (answer.ok) setTask(answer.data);
  };
  return (
    <Stack gap="md">
      <Progress
        value={task.total === 0 ? 0 : (task.done / task.total) * 100}
        animated={!task.over}
        aria-label={BULK.title}
      />
      <p role="status">{lineOf(task)}</p>
      {task.over ? null : <p className="tg-quiet">{BULK.leave}</p>}
      <Group justify="flex-end" gap="sm">
        {task.over ? null : (
          <Button variant="default" onClick={() => void stop()}>
            {BULK.stop}
          </Button>
        )}
        <Button onClick={onClose}>{BULK.close}</Button>
      </Group>
    </Stack>
  );
}

function lineOf({ state, done, total, granted, left, error }: BulkTask): string {
  if (state === "queued") return BULK.waiting;
  if (state === "running") return BULK.progress(done, total);
  const booked = left === 0 ? BULK.done(granted) : `${BULK.done(granted)}, ${BULK.left(left)}`;
  return state === "done" ? booked : `${error ?? BULK.ended} ${booked}.`;
}
