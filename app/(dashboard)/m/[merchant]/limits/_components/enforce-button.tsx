"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { confirm, notifyDone, notifyFailed } from "@/components/ui";
import { creditsToString } from "@/lib/kernel/micros";
import { updateQuotaAction } from "./quota-actions";
import { FORM, TRIAL } from "./words";

type EnforceButtonProps = {
  merchant: string;
  id: string;
  /** The limit to enforce; null keeps the one it has. */
  limit: bigint | null;
  label: string;
};

/** Ends the trial of a limit: from the next request on it refuses. */
export function EnforceButton({ merchant, id, limit, label }: EnforceButtonProps) {
  const router = useRouter();
  const enforce = async () => {
    const changes = {
      mode: "enforce",
      ...(limit === null ? {} : { limit: creditsToString(limit) }),
    } as const;
    const answer = await updateQuotaAction(merchant, { id, changes });
    if (!answer.ok) return notifyFailed(FORM.notSaved, answer.error.message);
    notifyDone(TRIAL.enforced);
    router.refresh();
  };
  const ask = () =>
    confirm({ title: `${label}?`, children: TRIAL.enforceHelp, confirmLabel: label, onConfirm: enforce });
  return (
    <Button size="compact-sm" variant={limit === null ? "filled" : "default"} onClick={ask}>
      {label}
    </Button>
  );
}
