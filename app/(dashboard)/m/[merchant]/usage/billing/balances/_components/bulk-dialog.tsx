"use client";

import { Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { BulkInput } from "./bulk-actions";
import { BulkForm } from "./bulk-form";
import { type BulkPreviewed, BulkConfirm } from "./bulk-confirm";
import { BulkProgress, type BulkTask } from "./bulk-progress";
import { BULK } from "./words";

type BulkDialogProps = { merchant: string; today: string; onClose: () => void };

const EMPTY: BulkInput = {
  csv: "",
  search: "",
  role: "",
  amount: "",
  category: "promotional",
  expires: "",
  priority: 50,
  reason: "",
};

/** Credits for many in three steps: what, what it would do, and how far it is. */
export function BulkDialog({ merchant, today, onClose }: BulkDialogProps) {
  const [form, setForm] = useState(EMPTY);
  const [preview, setPreview] = useState<BulkPreviewed | null>(null);
  const [task, setTask] = useState<BulkTask | null>(null);
  const router = useRouter();
  const close = () => {
    if (task) router.refresh();
    onClose();
  };
  return (
    <Modal opened onClose={close} title={BULK.title} size={620}>
      {task ? (
        <BulkProgress merchant={merchant} task={task} onOver={() => router.refresh()} onClose={close} />
      ) : preview ? (
        <BulkConfirm
          merchant={merchant}
          form={form}
          preview={preview}
          onBack={() => setPreview(null)}
          onStarted={setTask}
        />
      ) : (
        <BulkForm
          merchant={merchant}
          today={today}
          form={form}
          set={(change) => setForm({ ...form, ...change })}
          onPreview={setPreview}
          onClose={close}
        />
      )}
    </Modal>
  );
}
