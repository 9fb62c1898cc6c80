"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import type { PortalSettings } from "@/lib/portal/schemas";
import { savePortalAction } from "./actions";
import { fromDraft, type PortalDraft, toDraft } from "./portal-draft";
import { FORM } from "./words";

/** What is being changed, and saving it. */
export function usePortalDraft(merchant: string, saved: PortalSettings) {
  const [draft, setDraft] = useState(() => toDraft(saved));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const changed = JSON.stringify(draft) !== JSON.stringify(toDraft(saved));

  const change = (next: Partial<PortalDraft>) => setDraft((now) => ({ ...now, ...next }));
  const save = () =>
    startTransition(async () => {
      const answer = await savePortalAction(merchant, fromDraft(draft));
      if (!answer.ok) {
        setErrors(answer.error.fields ?? {});
        return notifyFailed(FORM.notSaved, answer.error.message);
      }
      const { secret: _secret, ...settings } = answer.data;
      setErrors({});
      setDraft(toDraft(settings));
      notifyDone(FORM.saved);
      router.refresh();
    });
  return { draft, change, errors, busy, changed, save };
}

export type PortalForm = ReturnType<typeof usePortalDraft>;
