"use client";

import dynamic from "next/dynamic";
import { type DeleteScope, useDeletion } from "./use-deletion";
import { useExport } from "./use-export";

// What opens on a click comes when it is asked for: the list itself needs none of it.
const DeleteDialog = dynamic(async () => (await import("./delete-dialog")).DeleteDialog);
const ExportDialog = dynamic(async () => (await import("./export-dialog")).ExportDialog);

type TakingOut = {
  merchant: string;
  scope: DeleteScope;
  /** They are gone. */
  onDeleted?: (() => void) | undefined;
};

/** Exporting and deleting the same logs: the dialog that deletes offers the export first. */
export function useTakingOut({ merchant, scope, onDeleted }: TakingOut) {
  const deleting = useDeletion(merchant);
  const exporting = useExport(merchant);
  const exportThem = () => {
    deleting.close();
    void exporting.ask("ids" in scope ? { ids: scope.ids.join(",") } : scope.filters);
  };
  const dialogs = (
    <>
      {deleting.deletion ? (
        <DeleteDialog
          merchant={merchant}
          deletion={deleting.deletion}
          onClose={deleting.close}
          onExport={exportThem}
          onDeleted={onDeleted}
        />
      ) : null}
      {exporting.open ? (
        <ExportDialog merchant={merchant} {...exporting.open} onClose={exporting.close} />
      ) : null}
    </>
  );
  return { exportThem, deleteThem: () => void deleting.ask(scope), dialogs };
}
