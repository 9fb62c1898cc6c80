"use client";

import { Modal } from "@mantine/core";
import { BULK } from "./words";

type BulkDialogProps = { merchant: string; today: string; onClose: () => void };

/** Grants credits to many customers. */
export function BulkDialog({ onClose }: BulkDialogProps) {
  return <Modal opened onClose={onClose} title={BULK.open} size={640} />;
}
