"use client";

import { useInterval } from "@mantine/hooks";
import { useState, useTransition } from "react";
import type { ReplayInput } from "@/lib/pricing/schemas";
import { replayAction, replayTaskAction, stopReplayAction } from "./pricing-actions";
import type { ReplayState } from "./replay-state";

const EVERY_MILLIS = 700;

/** What was asked for, so that a report can be told from one of another draft. */
type Asked = { readonly key: string; readonly state: ReplayState };

/** A replay: asked for, followed while it goes on in the background, stopped. */
export function useReplay(merchant: string) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const task = asked?.state.task ?? null;
  const running = task !== null && task.ended === null;
  const timer = useInterval(() => void look(), EVERY_MILLIS);

  const take = (key: string, state: ReplayState) => {
    setAsked({ key, state });
    if (state.task && state.task.ended === null) timer.start();
    else timer.stop();
  };

  async function look() {
    if (!asked || !task) return timer.stop();
    const found = await replayTaskAction(merchant, task.id);
    if (found.ok) take(asked.key, found.data);
  }

  const run = (input: ReplayInput) =>
    startTransition(async () => {
      const begun = await replayAction(merchant, input);
      setWrong(begun.ok ? null : wordsOf(begun.error));
      if (begun.ok) take(JSON.stringify(input), begun.data);
    });

  const stop = async () => {
    if (!asked || !task) return;
    const stopped = await stopReplayAction(merchant, task.id);
    if (stopped.ok) take(asked.key, stopped.data);
  };

  return { asked, wrong, busy: busy || running, running, run, stop };
}

function wordsOf({ message, fields }: { message: string; fields?: Record<string, string> }): string {
  return Object.values(fields ?? {})[0] ?? message;
}
