"use client";

import { useRouter } from "next/navigation";
import { confirm, notifyDone, notifyFailed } from "@/components/ui";
import { resetUsageAction } from "./balance-actions";
import { ACTS, WORDS } from "./words";

type Scope = { readonly scope: string; readonly name: string };

/** Asks, and then resets what a customer used: of one scope, or of all (null). */
export function useResets(merchant: string, customer: { id: string; name: string }) {
  const router = useRouter();
  const reset = async (scope: Scope | null) => {
    const answer = await resetUsageAction(merchant, { customer: customer.id, scope: scope?.scope ?? null });
    if (!answer.ok) return notifyFailed(WORDS.notReset, answer.error.message);
    notifyDone(ACTS.resetDone(answer.data.scopes));
    router.refresh();
  };
  const ask = (scope: Scope | null) =>
    confirm({
      title: scope === null ? ACTS.resetTitle(customer.name) : ACTS.resetOneTitle(scope.name),
      children: ACTS.resetLine,
      confirmLabel: ACTS.resetConfirm,
      onConfirm: () => reset(scope),
    });
  return { ask };
}
