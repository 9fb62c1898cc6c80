"use client";

import "./log-actions.css";
import { Button, Menu } from "@mantine/core";
import { ChevronDown, Clock, Download, History, Trash2, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useKey } from "@/components/ui";
import type { LogFilterValues } from "./log-action-filters";
import type { TaskView } from "../../_components/task-view";
import { useRetention } from "./use-retention";
import { useTakingOut } from "./use-taking-out";
import { ACTIONS } from "./words";

/** What opens on a click comes when it is asked for: the list itself needs none of it. */
const ImportDialog = dynamic(async () => (await import("./import-dialog")).ImportDialog);
const RetentionDialog = dynamic(async () => (await import("./retention-dialog")).RetentionDialog);
const TasksDialog = dynamic(async () => (await import("./tasks-dialog")).TasksDialog);

type LogActionsProps = {
  merchant: string;
  filters: LogFilterValues;
  mayDelete: boolean;
  /** Whether the member may change retention. */
  maySet: boolean;
  mayImport: boolean;
  tasks: readonly TaskView[];
};

type Open = "tasks" | "import" | null;

/** The menu over all logs that match, and its dialogs. */
export function LogActions({ merchant, filters, mayDelete, maySet, mayImport, tasks }: LogActionsProps) {
  const [open, setOpen] = useState<Open>(null);
  const { exportThem, deleteThem, dialogs } = useTakingOut({ merchant, scope: { filters } });
  const retention = useRetention(merchant);
  useKey("e", exportThem);

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
            {labelOf(tasks)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Download size={14} aria-hidden />} onClick={exportThem}>
            {ACTIONS.export}
          </Menu.Item>
          <Menu.Item leftSection={<History size={14} aria-hidden />} onClick={() => setOpen("tasks")}>
            {ACTIONS.tasks}
          </Menu.Item>
          {mayImport ? (
            <Menu.Item leftSection={<Upload size={14} aria-hidden />} onClick={() => setOpen("import")}>
              {ACTIONS.import}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<Clock size={14} aria-hidden />} onClick={() => void retention.ask()}>
            {ACTIONS.retention}
          </Menu.Item>
          {mayDelete ? (
            <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} onClick={deleteThem}>
              {ACTIONS.delete}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {dialogs}
      {retention.open ? <RetentionDialog merchant={merchant} retention={retention} maySet={maySet} /> : null}
      <OtherDialog open={open} merchant={merchant} tasks={tasks} onClose={() => setOpen(null)} />
    </>
  );
}

type OtherDialogProps = {
  open: Open;
  merchant: string;
  tasks: readonly TaskView[];
  onClose: () => void;
};

function OtherDialog({ open, ...rest }: OtherDialogProps) {
  if (open === "import") return <ImportDialog merchant={rest.merchant} onClose={rest.onClose} />;
  return open === "tasks" ? <TasksDialog {...rest} /> : null;
}

function labelOf(tasks: readonly TaskView[]): string {
  const running = tasks.filter((task) => task.finishedAt === null).length;
  return running > 0 ? ACTIONS.running(running) : ACTIONS.title;
}
