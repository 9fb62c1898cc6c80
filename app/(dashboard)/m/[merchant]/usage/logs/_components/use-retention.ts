"use client";

import { useState } from "react";
import { notifyFailed } from "@/components/ui";
import type { LogRetention, RetentionPreview } from "@/lib/logs";
import type { LogRetentionInput } from "@/lib/logs/schemas";
import { previewRetentionAction, retentionAction } from "./retention-actions";
import { RETENTION } from "./words";

/** What the dialog shows: what is set, what is being chosen, and what that would do. */
export type RetentionDraft = {
  readonly saved: LogRetention;
  readonly wish: LogRetentionInput;
  readonly preview: RetentionPreview | null;
};

/** Opens the dialog of retention and counts, with each choice, what it would prune. */
export function useRetention(merchant: string) {
  const [draft, setDraft] = useState<RetentionDraft | null>(null);
  const [open, setOpen] = useState(false);

  async function ask() {
    setOpen(true);
    const found = await retentionAction(merchant, undefined);
    if (!found.ok) {
      setOpen(false);
      return notifyFailed(RETENTION.unread, found.error.message);
    }
    const { contents, logs } = found.data;
    await choose(found.data, { contents, logs });
  }

  async function choose(saved: LogRetention, wish: LogRetentionInput) {
    setDraft({ saved, wish, preview: null });
    const counted = await previewRetentionAction(merchant, wish);
    if (counted.ok) setDraft((now) => (now?.wish === wish ? { ...now, preview: counted.data } : now));
  }

  const close = () => {
    setOpen(false);
    setDraft(null);
  };
  return { open, draft, ask, choose, close };
}
