"use client";

import { Button, Group, Select, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import {
  FIELD_NAMES,
  guessMapping,
  IMPORT_FIELDS,
  type ImportField,
  type Mapping,
} from "@/lib/imports/schemas";
import { addImportRowsAction, completeImportAction, startImportAction } from "./import-actions";
import type { ChosenFile } from "./import-dialog";
import { sendRows } from "./import-file";
import { ImportPreview } from "./import-preview";
import type { TaskView } from "../../_components/task-view";
import { IMPORT } from "./words";

type ImportMappingProps = {
  merchant: string;
  chosen: ChosenFile;
  onBack: () => void;
  onStarted: (task: TaskView) => void;
};

/** What each column holds, guessed from the header, with the first rows as they will be read. */
export function ImportMapping({ merchant, chosen, onBack, onStarted }: ImportMappingProps) {
  const { file, sample } = chosen;
  const [mapping, setMapping] = useState<Mapping>(() => guessMapping(sample.header));
  const [busy, startTransition] = useTransition();
  const ready = mapping.time !== undefined;
  const submit = () =>
    startTransition(async () => {
      const started = await importFile({ merchant, file, header: [...sample.header], mapping });
      if (typeof started === "string") notifyFailed(IMPORT.failed, started);
      else onStarted(started);
    });

  return (
    <form action={() => (ready ? submit() : undefined)}>
      <Stack gap="md">
        <p>
          <strong>{file.name}</strong>
          {IMPORT.mapping}
        </p>
        <div className="tg-mapping">
          {FIELD_NAMES.map((field) => (
            <FieldSelect
              key={field}
              field={field}
              header={sample.header}
              place={mapping[field]}
              onChange={(place) => setMapping(withField(mapping, field, place))}
            />
          ))}
        </div>
        <ImportPreview sample={sample} mapping={mapping} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onBack} disabled={busy}>
            {IMPORT.another}
          </Button>
          <Button type="submit" disabled={!ready} loading={busy}>
            {IMPORT.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function withField({ ...mapping }: Mapping, field: ImportField, place: number | null): Mapping {
  const { [field]: _before, ...others } = mapping;
  return place === null ? others : { ...others, [field]: place };
}

type FieldSelectProps = {
  field: ImportField;
  header: readonly string[];
  place: number | undefined;
  onChange: (place: number | null) => void;
};

function FieldSelect({ field, header, place, onChange }: FieldSelectProps) {
  return (
    <Select
      label={IMPORT_FIELDS[field].label}
      placeholder={IMPORT.absent}
      withAsterisk={field === "time"}
      clearable={field !== "time"}
      value={place === undefined ? null : String(place)}
      data={header.map((title, index) => ({
        value: String(index),
        label: title || IMPORT.column(index + 1),
      }))}
      onChange={(value) => onChange(value === null ? null : Number(value))}
    />
  );
}

type Wanted = { merchant: string; file: File; header: string[]; mapping: Mapping };

/** Sends the file and sets the import going; words for what went wrong. */
async function importFile({ merchant, file, header, mapping }: Wanted): Promise<TaskView | string> {
  const begun = await startImportAction(merchant, { fileName: file.name, header, mapping });
  if (!begun.ok) return begun.error.message;
  let refused: string = IMPORT.unreadable;
  const rows = await sendRows(file, async (part) => {
    const added = await addImportRowsAction(merchant, { task: begun.data, ...part });
    if (!added.ok) refused = added.error.message;
    return added.ok;
  });
  if (rows === null) return refused;
  const complete = await completeImportAction(merchant, { task: begun.data, rows });
  return complete.ok ? complete.data : complete.error.message;
}
