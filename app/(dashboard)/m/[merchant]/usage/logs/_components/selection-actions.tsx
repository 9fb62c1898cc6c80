"use client";

import "./log-actions.css";
import { Button } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { DeleteDialog } from "./delete-dialog";
import { useDeletion } from "./use-deletion";

type SelectionActionsProps = {
  merchant: string;
  ids: readonly string[];
  /** Whether the member may delete logs. */
  mayDelete: boolean;
  /** They are gone: nothing is selected any more. */
  onDeleted?: () => void;
};

/** What can be done with the selected logs. */
export function SelectionActions({ merchant, ids, mayDelete, onDeleted }: SelectionActionsProps) {
  const { deletion, ask, close } = useDeletion(merchant);
  if (!mayDelete) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Trash2 size={14} aria-hidden />}
        onClick={() => void ask({ ids })}
      >
        Delete
      </Button>
      {deletion ? (
        <DeleteDialog
          merchant={merchant}
          deletion={deletion}
          onClose={() => {
            close();
          }}
          onExport={close}
          {...(onDeleted ? { onDeleted } : {})}
        />
      ) : null}
    </>
  );
}
