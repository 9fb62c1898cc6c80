"use client";

import { Button } from "@mantine/core";
import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { proveAction } from "./proof-actions";
import { PROOF } from "./words";

type ProveButtonProps = {
  merchant: string;
  /** Whose wallet; null: all of them. */
  customer: string | null;
  size: string;
};

/** Adds everything up anew, and shows the proof with its instant. */
export function ProveButton({ merchant, customer, size }: ProveButtonProps) {
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const prove = () =>
    startTransition(async () => {
      const answer = await proveAction(merchant, customer);
      if (!answer.ok) return notifyFailed(PROOF.failed, answer.error.message);
      const { data } = answer;
      if ("task" in data) notifyDone(PROOF.background);
      else if (!data.ok) notifyFailed(PROOF.broken(data.breaks), PROOF.brokenLine);
      else notifyDone(customer === null ? PROOF.ok(data.wallets, data.entries) : PROOF.oneOk(data.entries));
      router.refresh();
    });
  return (
    <Button
      size={size}
      variant="default"
      leftSection={<ShieldCheck size={14} aria-hidden />}
      onClick={prove}
      loading={busy}
      data-tip={PROOF.proveTip}
    >
      {PROOF.prove}
    </Button>
  );
}
