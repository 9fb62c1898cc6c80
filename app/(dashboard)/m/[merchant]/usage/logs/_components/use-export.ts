"use client";

import { useState } from "react";
import { notifyFailed } from "@/components/ui";
import type { LogFilterValues } from "./log-action-filters";
import { countExportableAction } from "./log-actions";
import { EXPORT } from "./words";

/** Opens the dialog that exports: the logs are counted while it opens. */
export function useExport(merchant: string) {
  const [open, setOpen] = useState<{ filters: LogFilterValues; count: number | null } | null>(null);

  async function ask(filters: LogFilterValues) {
    setOpen({ filters, count: null });
    const counted = await countExportableAction(merchant, filters);
    if (counted.ok) setOpen((now) => (now?.filters === filters ? { filters, count: counted.data } : now));
    else notifyFailed(EXPORT.uncounted, counted.error.message);
  }

  return { open, ask, close: () => setOpen(null) };
}
