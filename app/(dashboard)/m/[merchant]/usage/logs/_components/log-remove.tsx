"use client";

import { Button } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { confirm, notifyDone, notifyFailed, useUrlState } from "@/components/ui";
import { deleteLogAction } from "./log-actions";
import { DELETE } from "./words";

type LogRemoveProps = { merchant: string; id: string; messages: string };

/** Deletes the log that is open, after asking. What it cost stays in the ledger. */
export function LogRemove({ merchant, id, messages }: LogRemoveProps) {
  const { hrefBeside, navigate } = useUrlState();
  const router = useRouter();
  const remove = async () => {
    const answer = await deleteLogAction(merchant, id);
    if (!answer.ok) return notifyFailed(DELETE.oneFailed, answer.error.message);
    notifyDone(DELETE.oneDone);
    navigate(hrefBeside({ log: null }), { replace: true });
    router.refresh();
  };
  const ask = () =>
    confirm({
      title: DELETE.oneTitle,
      children: DELETE.oneWhat(messages),
      confirmLabel: DELETE.one,
      destructive: true,
      onConfirm: remove,
    });
  return (
    <Button variant="default" size="compact-sm" leftSection={<Trash2 size={14} aria-hidden />} onClick={ask}>
      {DELETE.one}
    </Button>
  );
}
