"use client";

import { Button, FileInput, Group, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import type { ChosenFile } from "./import-dialog";
import { readSample } from "./import-file";
import { CANCEL, IMPORT } from "./words";

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
        setWrong(error instanceof Error ? error.message : IMPORT.unreadable);
      }
    });
  };
  return (
    <Stack gap="md">
      <p>
        {IMPORT.what} <strong>{IMPORT.free}</strong>
        {IMPORT.once}
      </p>
      <FileInput
        label={IMPORT.file}
        placeholder={IMPORT.choose}
        accept=".csv,text/csv"
        onChange={choose}
        disabled={busy}
        error={wrong}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {CANCEL}
        </Button>
      </Group>
    </Stack>
  );
}
