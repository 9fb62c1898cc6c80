"use client";

import { Button } from "@mantine/core";
import { useAct } from "../../_components/use-act";
import { compareAction } from "./purchase-actions";
import { COMPARE } from "./words";

/** Begins to compare a connection with its shop. */
export function CompareButton({ merchant, connection }: { merchant: string; connection: string }) {
  const { busy, act } = useAct();
  const compare = () =>
    act({
      run: () => compareAction(merchant, connection),
      done: COMPARE.started,
      failed: COMPARE.failed,
    });
  return (
    <Button variant="default" size="xs" loading={busy} onClick={compare}>
      {COMPARE.now}
    </Button>
  );
}
