"use client";

import "./log-actions.css";
import { Button } from "@mantine/core";
import { Download, Trash2 } from "lucide-react";
import { useTakingOut } from "./use-taking-out";
import { ACTIONS } from "./words";

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
  const { exportThem, deleteThem, dialogs } = useTakingOut({ merchant, scope: { ids }, onDeleted });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Download size={14} aria-hidden />}
        onClick={exportThem}
      >
        {ACTIONS.exportSelected}
      </Button>
      {mayDelete ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Trash2 size={14} aria-hidden />}
          onClick={deleteThem}
        >
          {ACTIONS.deleteSelected}
        </Button>
      ) : null}
      {dialogs}
    </>
  );
}
