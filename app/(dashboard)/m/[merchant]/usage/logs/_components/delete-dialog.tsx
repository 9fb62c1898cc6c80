"use client";

import { Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notifyDone } from "@/components/ui";
import { DeleteForm } from "./delete-form";
import { TaskPane } from "./task-pane";
import type { TaskView } from "../../_components/task-view";
import { taskLine } from "../../_components/task-words";
import type { Deletion } from "./use-deletion";
import { DELETE } from "./words";

export type DeleteDialogProps = {
  merchant: string;
  deletion: Deletion;
  onClose: () => void;
  /** Opens the export of what would be deleted. */
  onExport: () => void;
  /** They are gone. */
  onDeleted?: (() => void) | undefined;
};

/** Deletes logs: says what goes and how many, asks for the number, then shows how far it is. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { merchant, onClose, onDeleted } = props;
  const [task, setTask] = useState<TaskView | null>(null);
  const router = useRouter();
  // The rows go, and with them perhaps the bar that this dialog hangs on: so the outcome is told beside it too.
  const over = (ended: TaskView) => {
    if (ended.state === "done") notifyDone(taskLine(ended));
    onDeleted?.();
    router.refresh();
  };
  return (
    <Modal opened onClose={onClose} title={task ? DELETE.running : DELETE.title} size={460}>
      {task ? (
        <TaskPane merchant={merchant} task={task} onOver={over} onClose={onClose} />
      ) : (
        <DeleteForm {...props} onStarted={setTask} />
      )}
    </Modal>
  );
}
