"use client";

import { Button } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { useAct } from "@/components/commerce";
import { refreshPurchaseAction } from "./purchase-actions";
import { DETAIL } from "./words";

/** Asks the shop for a purchase again and books what is due. */
export function RefreshButton({ merchant, purchase }: { merchant: string; purchase: string }) {
  const { busy, act } = useAct();
  const refresh = () =>
    act({
      run: () => refreshPurchaseAction(merchant, purchase),
      done: DETAIL.refreshed,
      failed: DETAIL.notRefreshed,
    });
  return (
    <Button
      variant="default"
      leftSection={<RefreshCw size={14} aria-hidden />}
      loading={busy}
      onClick={refresh}
    >
      {DETAIL.refresh}
    </Button>
  );
}
