"use client";

import "./log-actions.css";
import { Button, Menu } from "@mantine/core";
import { ChevronDown, History, Trash2 } from "lucide-react";
import { useState } from "react";
import { isOver } from "@/lib/tasks/schemas";
import { DeleteDialog } from "./delete-dialog";
import type { LogFilterValues } from "./log-action-filters";
import { TasksDialog } from "./tasks-dialog";
import type { TaskView } from "./task-view";
import { useDeletion } from "./use-deletion";

type LogActionsProps = {
  merchant: string;
  filters: LogFilterValues;
  mayDelete: boolean;
  tasks: readonly TaskView[];
};

type Open = "tasks" | null;

/** The menu over all logs that match, and its dialogs. */
export function LogActions({ merchant, filters, mayDelete, tasks }: LogActionsProps) {
  const [open, setOpen] = useState<Open>(null);
  const { deletion, ask, close } = useDeletion(merchant);
  const running = tasks.filter((task) => !isOver(task.state)).length;

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
            {running > 0 ? `Actions · ${running} running` : "Actions"}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<History size={14} aria-hidden />} onClick={() => setOpen("tasks")}>
            Exports, imports, deletions…
          </Menu.Item>
          {mayDelete ? (
            <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} onClick={() => void ask({ filters })}>
              Delete logs…
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {deletion ? (
        <DeleteDialog merchant={merchant} deletion={deletion} onClose={close} onExport={close} />
      ) : null}
      {open === "tasks" ? (
        <TasksDialog merchant={merchant} tasks={tasks} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
