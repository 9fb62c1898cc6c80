"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { Count, Credits, KeyValues, notifyFailed } from "@/components/ui";
import { parseCredits } from "@/lib/kernel/micros";
import type { BulkPreview } from "@/lib/wallets";
import { type BulkInput, startBulkAction } from "./bulk-actions";
import type { BulkTask } from "./bulk-progress";
import { BULK } from "./words";

export type BulkPreviewed = BulkPreview & { readonly id: string };

type BulkConfirmProps = {
  merchant: string;
  form: BulkInput;
  preview: BulkPreviewed;
  onBack: () => void;
  onStarted: (task: BulkTask) => void;
};

/** What it would do and what is wrong with it, and the number to type before it happens. */
export function BulkConfirm({ merchant, form, preview, onBack, onStarted }: BulkConfirmProps) {
  const [typed, setTyped] = useState("");
  const [again, setAgain] = useState(false);
  const [busy, startTransition] = useTransition();
  const known = preview.grantedBy !== null;
  const number = preview.grants.toString();
  const ready = preview.grants > 0 && typed.replace(/[\s,.]/g, "") === number && (!known || again);
  const submit = () =>
    startTransition(async () => {
      if (!ready) return;
      const answer = await startBulkAction(merchant, { form, id: preview.id, again: known });
      if (answer.ok) onStarted(answer.data);
      else notifyFailed(BULK.failed, answer.error.message);
    });
  return (
    <form action={submit}>
      <Stack gap="md">
        <p role="status">
          <strong>{BULK.summary(preview.grants, preview.customers)}</strong>
        </p>
        <KeyValues
          items={[
            { label: BULK.total, value: <Credits micros={parseCredits(preview.total) ?? 0n} places={6} /> },
            { label: BULK.newOnes, value: <Count value={preview.newCustomers} /> },
          ]}
        />
        <Problems preview={preview} />
        {known ? <Known again={again} onAgain={setAgain} /> : null}
        {preview.grants === 0 ? (
          <p>{BULK.nothing}</p>
        ) : (
          <TextInput
            label={
              <>
                {BULK.type} <span className="tg-mono">{number}</span> {BULK.toConfirm}
              </>
            }
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onBack}>
            {BULK.again}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready}>
            {BULK.submit(preview.grants)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Known({ again, onAgain }: { again: boolean; onAgain: (again: boolean) => void }) {
  return (
    <div role="alert">
      <p>{BULK.known}</p>
      <Checkbox
        label={BULK.anyway}
        checked={again}
        onChange={(event) => onAgain(event.currentTarget.checked)}
      />
    </div>
  );
}

function Problems({ preview: { problems, problemCount } }: { preview: BulkPreviewed }) {
  if (problemCount === 0) return null;
  return (
    <div>
      <p>{BULK.problems(problemCount)}</p>
      <div
        className="tg-part-body tg-bulk-problems"
        tabIndex={0}
        role="region"
        aria-label={BULK.problems(problemCount)}
      >
        <table className="tg-table">
          <thead>
            <tr>
              <th scope="col" style={{ width: 56 }}>
                {BULK.row}
              </th>
              <th scope="col" style={{ width: 92 }}>
                {BULK.column}
              </th>
              <th scope="col">{BULK.wrong}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, path, message }) => (
              <tr key={`${row} ${path}`}>
                <td>{row}</td>
                <td>{path}</td>
                <td data-tip={message}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
