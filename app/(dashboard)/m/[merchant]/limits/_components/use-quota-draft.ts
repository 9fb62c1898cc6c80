"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { confirm, notifyDone, notifyFailed, useUrlState } from "@/components/ui";
import type { QuotaDefinition } from "@/lib/quotas/core";
import { createQuotaAction, deleteQuotaAction, updateQuotaAction } from "./quota-actions";
import { amountIn, draftOf, inputOf, newDraft, type QuotaDraft } from "./quota-draft";
import { FORM } from "./words";

export type QuotaForm = ReturnType<typeof useQuotaDraft>;

/** A limit while it is edited: its fields, what is wrong with them, and saving and deleting it. */
export function useQuotaDraft(merchant: string, quota: QuotaDefinition | null, module: string | null) {
  const [draft, setDraft] = useState(() => (quota ? draftOf(quota) : newDraft(module)));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const { hrefBeside, navigate } = useUrlState();

  const change = (fields: Partial<QuotaDraft>) => setDraft((now) => ({ ...now, ...fields }));
  const close = () => navigate(hrefBeside({ quota: null }), { replace: true });

  const save = () =>
    startTransition(async () => {
      const missing = badAmounts(draft);
      setWrong(missing);
      if (Object.keys(missing).length > 0) return;
      const answer = await send(merchant, quota, draft);
      if (!answer.ok) {
        setWrong(answer.error.fields ?? {});
        return notifyFailed(FORM.notSaved, answer.error.message);
      }
      notifyDone(quota ? FORM.saved : FORM.created);
      close();
      router.refresh();
    });

  const remove = (people: string) => {
    if (!quota) return;
    confirm({
      title: FORM.removeAsk,
      children: FORM.removeHelp(people),
      confirmLabel: FORM.remove,
      destructive: true,
      onConfirm: async () => {
        const answer = await deleteQuotaAction(merchant, quota.id);
        if (!answer.ok) return notifyFailed(FORM.notRemoved, answer.error.message);
        notifyDone(FORM.removed);
        close();
        router.refresh();
      },
    });
  };

  return { draft, wrong, busy, change, close, save, remove };
}

function send(merchant: string, quota: QuotaDefinition | null, draft: QuotaDraft) {
  const input = inputOf(draft);
  if (quota === null) return createQuotaAction(merchant, input);
  return updateQuotaAction(merchant, { id: quota.id, changes: input });
}

/** Amounts that are none, by the field they stand in: said before anything is sent. */
function badAmounts({ limitKind, limit, audience, networkLimit }: QuotaDraft): Record<string, string> {
  return {
    ...(limitKind === "amount" && amountIn(limit) === null ? { limit: FORM.badAmount } : {}),
    ...(audience === "guest" && networkLimit.trim() !== "" && amountIn(networkLimit) === null
      ? { networkLimit: FORM.badAmount }
      : {}),
  };
}
