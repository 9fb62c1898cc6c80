"use client";

import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { notifyFailed, useKey } from "@/components/ui";
import type { EntryType } from "@/lib/wallets/core";
import { countEntriesAction } from "./export-actions";
import { EXPORT, WORDS } from "./words";

// It comes when it is asked for: the page itself needs none of it.
const ExportDialog = dynamic(async () => (await import("./export-dialog")).ExportDialog);

export type LedgerFilters = {
  readonly types?: EntryType[];
  readonly actor?: string;
  readonly module?: string;
  readonly model?: string;
  readonly externalId?: string;
  readonly from: string;
  readonly to: string;
};

/** Takes the entries that match out as a file; `e` does too. They are counted while the dialog opens. */
export function ExportButton({ merchant, filters }: { merchant: string; filters: LedgerFilters }) {
  const [open, setOpen] = useState<{ filters: LedgerFilters; count: number | null } | null>(null);
  const ask = async () => {
    setOpen({ filters, count: null });
    const counted = await countEntriesAction(merchant, filters);
    if (counted.ok) setOpen((now) => (now?.filters === filters ? { filters, count: counted.data } : now));
    else notifyFailed(EXPORT.uncounted, counted.error.message);
  };
  useKey("e", () => void ask());
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Download size={14} aria-hidden />}
        data-tip={WORDS.exportTip}
        onClick={() => void ask()}
      >
        {WORDS.export}
      </Button>
      {open ? <ExportDialog merchant={merchant} {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
