"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notifyDone } from "@/components/ui";
import { DeleteForm } from "./delete-form";
import { TaskProgress } from "./task-progress";
import { taskLine, type TaskView } from "./task-view";
import type { Deletion } from "./use-deletion";

export type DeleteDialogProps = {
  merchant: string;
  deletion: Deletion;
  onClose: () => void;
  /** Opens the export of what would be deleted. */
  onExport: () => void;
  /** They are gone. */
  onDeleted?: () => void;
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
    <Modal opened onClose={onClose} title={task ? "Deletion" : "Delete logs"} size={460}>
      {task ? (
        <Stack gap="md">
          <TaskProgress merchant={merchant} task={task} onOver={over} />
          <p className="tg-quiet">It goes on when you leave this page. Find it again under Actions.</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
          </Group>
        </Stack>
      ) : (
        <DeleteForm {...props} onStarted={setTask} />
      )}
    </Modal>
  );
}
