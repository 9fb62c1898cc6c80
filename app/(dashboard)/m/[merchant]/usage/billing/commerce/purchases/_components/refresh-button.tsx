"use client";

import { Button } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { ActFailure } from "../../_components/act-failure";
import { useActHere } from "../../_components/use-act";
import { refreshPurchaseAction } from "./purchase-actions";
import { DETAIL } from "./words";

/** Asks the shop for a purchase again and books what is due. */
export function RefreshButton({ merchant, purchase }: { merchant: string; purchase: string }) {
  const { busy, act, failure } = useActHere();
  const refresh = () =>
    act({
      run: () => refreshPurchaseAction(merchant, purchase),
      done: DETAIL.refreshed,
      failed: DETAIL.notRefreshed,
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<RefreshCw size={14} aria-hidden />}
        loading={busy}
        onClick={refresh}
      >
        {DETAIL.refresh}
      </Button>
      <ActFailure failure={failure} />
    </>
  );
}
