"use client";

import { Button } from "@mantine/core";
import { RotateCcw } from "lucide-react";
import { confirm } from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import { ActFailure } from "../../_components/act-failure";
import { useAct, useActHere } from "../../_components/use-act";
import { replayDeliveryAction, replayGivenUpAction } from "./delivery-actions";
import { REPLAY } from "./words";

/** Works on a delivery again. */
export function ReplayButton({ merchant, delivery }: { merchant: string; delivery: string }) {
  const { busy, act, failure } = useActHere();
  const replay = () =>
    act({
      run: () => replayDeliveryAction(merchant, delivery),
      done: REPLAY.oneDone,
      failed: REPLAY.failed,
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<RotateCcw size={14} aria-hidden />}
        loading={busy}
        onClick={replay}
      >
        {REPLAY.one}
      </Button>
      <ActFailure failure={failure} />
    </>
  );
}

/** Works again on all that was given up; of one shop where the list is narrowed to it. */
export function ReplayAllButton({ merchant, connection }: { merchant: string; connection: string | null }) {
  const { run } = useAct();
  const ask = () =>
    confirm({
      title: REPLAY.allAsk,
      children: REPLAY.allHelp,
      confirmLabel: REPLAY.all,
      onConfirm: () =>
        run({
          run: () => replayGivenUpAction(merchant, connection),
          done: ({ replayed, more }) => {
            const count = formatPlural(replayed, REPLAY.noun, REPLAY.nouns);
            return more ? REPLAY.allMore(count) : REPLAY.allDone(count);
          },
          failed: REPLAY.failed,
        }),
    });
  return (
    <Button variant="default" leftSection={<RotateCcw size={14} aria-hidden />} onClick={ask}>
      {REPLAY.all}
    </Button>
  );
}
