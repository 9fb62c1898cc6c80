"use client";

import { Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ImportForm } from "./import-form";
import { ImportOutcome } from "./import-outcome";
import { ImportMapping } from "./import-mapping";
import type { ImportSample } from "./import-file";
import { TaskPane } from "./task-pane";
import type { TaskView } from "../../_components/task-view";
import { IMPORT } from "./words";

type ImportDialogProps = { merchant: string; onClose: () => void };

export type ChosenFile = { readonly file: File; readonly sample: ImportSample };

/** Brings logs in from a CSV file: choose it, say what its columns hold, watch it. */
export function ImportDialog({ merchant, onClose }: ImportDialogProps) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [task, setTask] = useState<TaskView | null>(null);
  const router = useRouter();
  return (
    <Modal opened onClose={onClose} title={IMPORT.title} size={720}>
      {task ? (
        <TaskPane
          merchant={merchant}
          task={task}
          onOver={() => router.refresh()}
          result={(over) => <ImportOutcome merchant={merchant} task={over} />}
          onClose={onClose}
        />
      ) : chosen ? (
        <ImportMapping
          merchant={merchant}
          chosen={chosen}
          onBack={() => setChosen(null)}
          onStarted={setTask}
        />
      ) : (
        <ImportForm onChosen={setChosen} onClose={onClose} />
      )}
    </Modal>
  );
}
