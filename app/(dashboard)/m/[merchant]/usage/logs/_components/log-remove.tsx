"use client";

import { Button } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { confirm, notifyDone, notifyFailed, useUrlState } from "@/components/ui";
import { deleteLogAction } from "./log-actions";

type LogRemoveProps = { merchant: string; id: string; messages: string };

/** Deletes the log that is open, after asking. What it cost stays in the ledger. */
export function LogRemove({ merchant, id, messages }: LogRemoveProps) {
  const { hrefBeside, navigate } = useUrlState();
  const router = useRouter();
  const remove = async () => {
    const answer = await deleteLogAction(merchant, id);
    if (!answer.ok) return notifyFailed("The log was not deleted", answer.error.message);
    notifyDone("The log was deleted");
    navigate(hrefBeside({ log: null }), { replace: true });
    router.refresh();
  };
  const ask = () =>
    confirm({
      title: "Delete this log?",
      children: `This log goes for good, with ${messages} and everything stored with them. What it cost stays in the ledger, and no balance changes.`,
      confirmLabel: "Delete log",
      destructive: true,
      onConfirm: remove,
    });
  return (
    <Button variant="default" size="compact-sm" leftSection={<Trash2 size={14} aria-hidden />} onClick={ask}>
      Delete log
    </Button>
  );
}
