"use client";

import { Button, Group, Progress, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { REPLAY_RANGES, type ReplayInput, type ReplayRange } from "@/lib/pricing/schemas";
import { type FormState, inputOf } from "./form-state";
import { REPLAY } from "./form-words";
import { ReplayReportView } from "./replay-report";
import type { ReplayState, ReplayTask } from "./replay-state";
import { useReplay } from "./use-replay";
import { RANGE_WORDS } from "./words";

type ReplayPaneProps = {
  merchant: string;
  /** The rule that is edited; null: a new one. */
  rule: string | null;
  state: FormState;
  /** Whether the form prices anything yet. */
  ready: boolean;
};

/** What the rule would have changed in the last days, before it is saved. */
export function ReplayPane({ merchant, rule, state, ready }: ReplayPaneProps) {
  const [range, setRange] = useState<ReplayRange>("30d");
  const { asked, wrong, busy, running, run, stop } = useReplay(merchant);
  const input: ReplayInput = { range, rule, draft: inputOf(state) };
  const stale = asked !== null && asked.key !== JSON.stringify(input);
  return (
    <section className="tg-example" aria-label={REPLAY.title}>
      <div className="tg-example-head">
        <h3>{REPLAY.title}</h3>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={REPLAY.range}
            value={range}
            onChange={(value) => setRange(REPLAY_RANGES.find((each) => each === value) ?? "30d")}
            data={REPLAY_RANGES.map((each) => ({ value: each, label: RANGE_WORDS[each] }))}
          />
          <Button
            size="compact-sm"
            variant="default"
            disabled={!ready}
            loading={busy}
            onClick={() => run(input)}
          >
            {asked ? REPLAY.again : REPLAY.run}
          </Button>
        </Group>
      </div>
      {wrong === null ? null : (
        <p role="alert" className="tg-replay-wrong">
          {REPLAY.failed}: {wrong}
        </p>
      )}
      {asked ? (
        <Outcome state={asked.state} stale={stale && !running} onStop={() => void stop()} />
      ) : (
        <p className="tg-quiet">{REPLAY.text}</p>
      )}
    </section>
  );
}

type OutcomeProps = { state: ReplayState; stale: boolean; onStop: () => void };

function Outcome({ state: { report, task }, stale, onStop }: OutcomeProps) {
  return (
    <>
      {stale ? <p role="status">{REPLAY.stale}</p> : null}
      {task ? <Running task={task} onStop={onStop} /> : <ReplayReportView report={report} />}
    </>
  );
}

function Running({ task, onStop }: { task: ReplayTask; onStop: () => void }) {
  if (task.ended !== null) return <p role="status">{REPLAY.stopped(task.ended)}</p>;
  const share = task.total ? Math.min(100, Math.round((task.done / task.total) * 100)) : 0;
  return (
    <div className="tg-replay-running">
      <Progress value={share} animated aria-label={REPLAY.title} />
      <Group justify="space-between">
        <span role="status">{REPLAY.running(task.done, task.total)}</span>
        <Button size="compact-xs" variant="default" onClick={onStop}>
          {REPLAY.stop}
        </Button>
      </Group>
    </div>
  );
}
