"use client";

import { Button, Checkbox, Group, SegmentedControl, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import {
  EXPORT_COLUMNS,
  type ExportColumn,
  type ExportFormat,
  type ExportLogsInput,
  USUAL_COLUMNS,
} from "@/lib/logs/schemas";
import type { ExportDialogProps } from "./export-dialog";
import { filterWords } from "./log-action-filters";
import { startExportAction } from "./log-actions";
import type { TaskView } from "../../_components/task-view";
import { CANCEL, COUNTING, EXPORT, EXPORT_COLUMN_NAMES } from "./words";

type ExportFormProps = ExportDialogProps & { onStarted: (task: TaskView) => void };

/** How the file is written: format, columns, and what helps the program that opens it. */
export function ExportForm({ merchant, filters, count, onClose, onStarted }: ExportFormProps) {
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [columns, setColumns] = useState<readonly ExportColumn[]>(USUAL_COLUMNS);
  const [extra, setExtra] = useState({ bom: true, messages: false });
  const [busy, startTransition] = useTransition();
  const ready = format === "jsonl" || columns.length > 0;

  const submit = () =>
    startTransition(async () => {
      const started = await startExportAction(merchant, {
        ...filters,
        ...formOf({ format, columns, extra }),
      });
      if (started.ok) onStarted(started.data);
      else notifyFailed(EXPORT.failed, started.error.message);
    });

  return (
    <form action={() => (ready ? submit() : undefined)}>
      <Stack gap="md">
        <What count={count} filters={filters} />
        <SegmentedControl
          aria-label={EXPORT.format}
          value={format}
          onChange={(value) => setFormat(value === "jsonl" ? "jsonl" : "csv")}
          data={[
            { value: "csv", label: EXPORT.csv },
            { value: "jsonl", label: EXPORT.jsonl },
          ]}
        />
        {format === "csv" ? (
          <>
            <ColumnChoice columns={columns} onChange={setColumns} />
            <Checkbox
              label={EXPORT.bom}
              checked={extra.bom}
              onChange={(event) => setExtra({ ...extra, bom: event.currentTarget.checked })}
            />
          </>
        ) : (
          <Checkbox
            label={EXPORT.messages}
            checked={extra.messages}
            onChange={(event) => setExtra({ ...extra, messages: event.currentTarget.checked })}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {CANCEL}
          </Button>
          <Button type="submit" disabled={!ready || count === 0} loading={busy}>
            {count ? EXPORT.confirm(formatPlural(count, "log")) : EXPORT.confirmNone}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Form = {
  format: ExportFormat;
  columns: readonly ExportColumn[];
  extra: { bom: boolean; messages: boolean };
};

function formOf({
  format,
  columns,
  extra,
}: Form): Pick<ExportLogsInput, "format" | "columns" | "bom" | "messages"> {
  if (format === "jsonl") return { format, messages: extra.messages ? "true" : "false" };
  return { format, columns: columns.join(","), bom: extra.bom ? "true" : "false" };
}

function What({ count, filters }: Pick<ExportDialogProps, "count" | "filters">) {
  if (count === null) return <p role="status">{COUNTING}</p>;
  if (count === 0) return <p role="status">{EXPORT.nothing}</p>;
  return (
    <div role="status">
      <p>
        <strong>{formatPlural(count, "log")}</strong> {EXPORT.what(count)}
      </p>
      <ul className="tg-filter-words">
        {filterWords(filters).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

type ColumnChoiceProps = {
  columns: readonly ExportColumn[];
  onChange: (columns: readonly ExportColumn[]) => void;
};

/** The columns keep the order of the list, however they are ticked. */
function ColumnChoice({ columns, onChange }: ColumnChoiceProps) {
  const chosen = new Set<string>(columns);
  const toggle = (column: ExportColumn) =>
    onChange(EXPORT_COLUMNS.filter((each) => (each === column ? !chosen.has(each) : chosen.has(each))));
  return (
    <fieldset className="tg-columns">
      <legend>
        {EXPORT.columns}{" "}
        <button type="button" className="tg-text-button" onClick={() => onChange(EXPORT_COLUMNS)}>
          {EXPORT.all}
        </button>
        <button type="button" className="tg-text-button" onClick={() => onChange(USUAL_COLUMNS)}>
          {EXPORT.usual}
        </button>
      </legend>
      <div className="tg-columns-grid">
        {EXPORT_COLUMNS.map((column) => (
          <Checkbox
            key={column}
            size="xs"
            label={EXPORT_COLUMN_NAMES[column]}
            checked={chosen.has(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </div>
    </fieldset>
  );
}
