"use client";

import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import { isOver } from "@/lib/tasks/schemas";
import { stopTaskAction, taskAction } from "./task-actions";
import type { TaskView } from "./task-view";

const EVERY_MILLIS = 700;

type Watch = { merchant: string; task: TaskView; onOver?: (task: TaskView) => void };

/** A task as it goes on: asked for again and again until it is over, or stopped from here. */
export function useTask({ merchant, task, onOver }: Watch) {
  const [current, setCurrent] = useState(task);
  const [stopping, setStopping] = useState(false);
  const timer = useInterval(() => void look(), EVERY_MILLIS, { autoInvoke: !isOver(task.state) });

  const take = (next: TaskView) => {
    setCurrent(next);
    if (!isOver(next.state)) return;
    timer.stop();
    onOver?.(next);
  };

  async function look() {
    const found = await taskAction(merchant, task.id);
    if (found.ok) take(found.data);
  }

  async function stop() {
    setStopping(true);
    const stopped = await stopTaskAction(merchant, task.id);
    if (stopped.ok) take(stopped.data);
    setStopping(false);
  }

  return { task: current, stop, stopping, over: isOver(current.state) };
}
