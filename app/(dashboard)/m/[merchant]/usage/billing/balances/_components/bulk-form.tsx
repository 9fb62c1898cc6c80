"use client";

import { Button, FileInput, Group, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import { type BulkInput, previewBulkAction } from "./bulk-actions";
import type { BulkPreviewed } from "./bulk-confirm";
import { LotFields } from "./grant-form";
import { BULK, GRANT } from "./words";

type BulkFormProps = {
  merchant: string;
  today: string;
  form: BulkInput;
  set: (change: Partial<BulkInput>) => void;
  onPreview: (preview: BulkPreviewed) => void;
  onClose: () => void;
};

/** A list or a filter, and what each grant is like. */
export function BulkForm({ merchant, today, form, set, onPreview, onClose }: BulkFormProps) {
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, startTransition] = useTransition();
  const submit = () =>
    startTransition(async () => {
      if (form.csv === null && form.search.trim() === "" && form.role.trim() === "") {
        return setWrong({ search: BULK.needFilter });
      }
      const answer = await previewBulkAction(merchant, form);
      if (answer.ok) return onPreview(answer.data);
      setWrong(answer.error.fields ?? {});
      notifyFailed(BULK.failed, answer.error.message);
    });
  return (
    <form action={submit}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={BULK.by}
          value={form.csv === null ? "filter" : "list"}
          onChange={(by) => set({ csv: by === "list" ? "" : null })}
          data={[
            { value: "list", label: BULK.list },
            { value: "filter", label: BULK.filter },
          ]}
        />
        {form.csv === null ? (
          <FilterFields form={form} set={set} wrong={wrong} />
        ) : (
          <ListFields csv={form.csv} set={set} />
        )}
        <LotFields given={form} set={set} wrong={wrong} today={today} />
        <TextInput
          label={GRANT.reason}
          value={form.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          maxLength={500}
          autoComplete="off"
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {GRANT.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={form.csv === ""}>
            {BULK.preview}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type FieldsProps = Pick<BulkFormProps, "form" | "set"> & { wrong: Readonly<Record<string, string>> };

function FilterFields({ form, set, wrong }: FieldsProps) {
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={BULK.search}
          description={BULK.searchTip}
          value={form.search}
          onChange={(event) => set({ search: event.currentTarget.value })}
          error={wrong["search"] ?? wrong["filter"]}
          autoComplete="off"
        />
        <TextInput
          label={BULK.role}
          description={BULK.roleTip}
          value={form.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
          autoComplete="off"
        />
      </Group>
      <TextInput
        label={GRANT.amount}
        value={form.amount}
        onChange={(event) => set({ amount: event.currentTarget.value })}
        error={wrong["amount"]}
        inputMode="decimal"
        autoComplete="off"
        required
      />
    </>
  );
}

function ListFields({ csv, set }: { csv: string; set: BulkFormProps["set"] }) {
  return (
    <>
      <FileInput
        label={BULK.file}
        description={BULK.fileTip}
        accept=".csv,text/csv,text/plain"
        clearable
        onChange={(file) =>
          void (file ? file.text() : Promise.resolve("")).then((text) => set({ csv: text }))
        }
      />
      <Textarea
        label={BULK.paste}
        placeholder={BULK.example}
        value={csv.length > 20_000 ? `${csv.slice(0, 20_000)}…` : csv}
        readOnly={csv.length > 20_000}
        onChange={(event) => set({ csv: event.currentTarget.value })}
        rows={5}
        classNames={{ input: "tg-mono" }}
      />
    </>
  );
}
