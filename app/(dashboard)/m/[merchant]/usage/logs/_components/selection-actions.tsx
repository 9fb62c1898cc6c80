"use client";

import "./log-actions.css";
import { Button } from "@mantine/core";
import { Download, Trash2 } from "lucide-react";
import { DeleteDialog } from "./delete-dialog";
import { ExportDialog } from "./export-dialog";
import { useDeletion } from "./use-deletion";
import { useExport } from "./use-export";

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
  const deleting = useDeletion(merchant);
  const exporting = useExport(merchant);
  const exportThem = () => {
    deleting.close();
    void exporting.ask({ ids: ids.join(",") });
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Download size={14} aria-hidden />}
        onClick={exportThem}
      >
        Export
      </Button>
      {mayDelete ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Trash2 size={14} aria-hidden />}
          onClick={() => void deleting.ask({ ids })}
        >
          Delete
        </Button>
      ) : null}
      {deleting.deletion ? (
        <DeleteDialog
          merchant={merchant}
          deletion={deleting.deletion}
          onClose={deleting.close}
          onExport={exportThem}
          {...(onDeleted ? { onDeleted } : {})}
        />
      ) : null}
      {exporting.open ? (
        <ExportDialog merchant={merchant} {...exporting.open} onClose={exporting.close} />
      ) : null}
    </>
  );
}
