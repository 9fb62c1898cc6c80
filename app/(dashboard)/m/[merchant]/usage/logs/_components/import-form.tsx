"use client";

import { Button, FileInput, Group, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import type { ChosenFile } from "./import-dialog";
import { readSample } from "./import-file";

type ImportFormProps = { onChosen: (chosen: ChosenFile) => void; onClose: () => void };

/** Which file; what an import does and does not do. */
export function ImportForm({ onChosen, onClose }: ImportFormProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const choose = (file: File | null) => {
    if (!file) return;
    startTransition(async () => {
      try {
        onChosen({ file, sample: await readSample(file) });
      } catch (error) {
        setWrong(error instanceof Error ? error.message : "This file could not be read.");
      }
    });
  };
  return (
    <Stack gap="md">
      <p>
        Brings in requests of the past, one a row, with what they used and cost where they ran. They show in
        logs and charts; <strong>no balance, quota or ledger changes</strong>, for they were paid where they
        happened. A row that is in already is not brought in twice.
      </p>
      <FileInput
        label="CSV file"
        placeholder="Choose a file"
        accept=".csv,text/csv"
        onChange={choose}
        disabled={busy}
        error={wrong}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
