"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { confirm, notifyDone, notifyFailed, useUrlState } from "@/components/ui";
import type { Package } from "@/lib/commerce/core";
import { createPackageAction, deletePackageAction, updatePackageAction } from "./package-actions";
import { badNumbers, creditsIn, draftOf, inputOf, type PackageDraft } from "./package-draft";
import { FORM } from "./words";

export type PackageForm = ReturnType<typeof usePackageDraft>;

/** A package while it is edited: its fields, what is wrong with them, and saving and deleting it. */
export function usePackageDraft(merchant: string, made: Package | null, currency: string) {
  const [draft, setDraft] = useState(() => draftOf(made, currency));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const { hrefBeside, navigate } = useUrlState();

  const change = (fields: Partial<PackageDraft>) => setDraft((now) => ({ ...now, ...fields }));
  const close = () => navigate(hrefBeside({ package: null }), { replace: true });

  const save = () =>
    startTransition(async () => {
      const missing = problemsOf(draft);
      setWrong(missing);
      if (Object.keys(missing).length > 0) return;
      const answer = await send(merchant, made, draft);
      if (!answer.ok) {
        setWrong(answer.error.fields ?? {});
        return notifyFailed(FORM.notSaved, answer.error.message);
      }
      notifyDone(made ? FORM.saved : FORM.created);
      close();
      router.refresh();
    });

  const remove = () => {
    if (!made) return;
    confirm({
      title: FORM.removeAsk(made.name),
      children: FORM.removeHelp,
      confirmLabel: FORM.remove,
      destructive: true,
      onConfirm: async () => {
        const answer = await deletePackageAction(merchant, made.id);
        if (!answer.ok) return notifyFailed(FORM.notRemoved, answer.error.message);
        notifyDone(FORM.removed);
        close();
        router.refresh();
      },
    });
  };

  return { draft, wrong, busy, change, close, save, remove };
}

function send(merchant: string, made: Package | null, draft: PackageDraft) {
  const input = inputOf(draft);
  if (made === null) return createPackageAction(merchant, input);
  return updatePackageAction(merchant, { id: made.id, changes: input });
}

/** What can be told before anything is sent. */
function problemsOf(draft: PackageDraft): Record<string, string> {
  const numbers = badNumbers(draft).map((field) => [field, FORM.badNumber] as const);
  const credits = creditsIn(draft.credits) === null ? { credits: FORM.badAmount } : {};
  return { ...credits, ...Object.fromEntries(numbers) };
}
