"use client";

import { Button } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Badge, Count, Instant, notifyDone, notifyFailed } from "@/components/ui";
import { startExportAction, stopExportAction } from "../actions";
import { EXPORT_WORDS as WORDS } from "./words";

type ExportRun = {
  readonly id: string;
  readonly state: keyof typeof WORDS.states;
  readonly done: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly startedBy: string;
  /** Its file can be fetched. */
  readonly kept: boolean;
};

const EVERY_MILLIS = 1_500;
const TONES = {
  queued: "held",
  running: "held",
  done: "credit",
  stopped: "neutral",
  failed: "refused",
} as const;

type ExportPanelProps = { merchant: string; runs: readonly ExportRun[]; mayExport: boolean };

/** Exports of everything: started, followed, stopped, downloaded. */
export function ExportPanel({ merchant, runs, mayExport }: ExportPanelProps) {
  const [busy, startTransition] = useTransition();
  const underWay = runs.some(({ state }) => state === "queued" || state === "running");
  useFollowing(underWay);

  const begin = () =>
    startTransition(async () => {
      const started = await startExportAction(merchant, null);
      if (started.ok) notifyDone(WORDS.started);
      else notifyFailed(WORDS.notStarted, started.error.message);
    });

  return (
    <section className="tg-settings-group" aria-labelledby="export-title">
      <div className="tg-settings-head">
        <h2 id="export-title">{WORDS.title}</h2>
        <p>{WORDS.line}</p>
      </div>
      {runs.length === 0 ? <p className="tg-settings-line">{WORDS.none}</p> : null}
      {runs.length > 0 ? (
        <ul className="tg-runs" aria-label={WORDS.title}>
          {runs.map((run) => (
            <Run key={run.id} merchant={merchant} run={run} mayExport={mayExport} />
          ))}
        </ul>
      ) : null}
      {mayExport ? (
        <div className="tg-run">
          <Button variant="default" onClick={begin} loading={busy} disabled={underWay}>
            {WORDS.start}
          </Button>
          <span className="tg-quiet">{WORDS.kept}</span>
        </div>
      ) : null}
    </section>
  );
}

/** Looks again and again while one is being written. */
function useFollowing(underWay: boolean): void {
  const router = useRouter();
  const { start, stop } = useInterval(() => router.refresh(), EVERY_MILLIS);
  useEffect(() => {
    if (underWay) start();
    else stop();
    return stop;
  }, [underWay, start, stop]);
}

function Run({ merchant, run, mayExport }: { merchant: string; run: ExportRun; mayExport: boolean }) {
  const [busy, startTransition] = useTransition();
  const open = run.state === "queued" || run.state === "running";
  const stop = () =>
    startTransition(async () => {
      const stopped = await stopExportAction(merchant, run.id);
      if (!stopped.ok) notifyFailed(WORDS.notStopped, stopped.error.message);
    });
  return (
    <li className="tg-run">
      <Badge tone={TONES[run.state]}>{WORDS.states[run.state]}</Badge>
      <span role={open ? "status" : undefined}>
        <Count value={run.done} /> {WORDS.rows}
      </span>
      <Instant at={run.createdAt} />
      <span className="tg-quiet">
        {WORDS.by} {run.startedBy}
      </span>
      {run.error ? <span className="tg-quiet">{run.error}</span> : null}
      <span className="tg-run-actions">
        {mayExport && open ? (
          <Button size="compact-sm" variant="default" loading={busy} onClick={stop}>
            {WORDS.stop}
          </Button>
        ) : null}
        {mayExport && run.kept ? (
          <Button
            size="compact-sm"
            component="a"
            href={`/m/${merchant}/settings/data/export?task=${run.id}`}
            download
          >
            {WORDS.download}
          </Button>
        ) : null}
        {run.state === "done" && !run.kept ? <span className="tg-quiet">{WORDS.gone}</span> : null}
      </span>
    </li>
  );
}
