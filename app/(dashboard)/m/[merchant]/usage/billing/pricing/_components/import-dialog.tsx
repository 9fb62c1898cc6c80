"use client";

import { Button, FileInput, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import type { RuleImport } from "@/lib/pricing";
import { IMPORT } from "./form-words";
import { ImportPreview } from "./import-preview";
import { importRulesAction } from "./pricing-actions";

type ImportDialogProps = { merchant: string; onClose: () => void };

/** A file, and what importing it would do. */
type Chosen = { readonly csv: string; readonly preview: RuleImport };

const MOST_BYTES = 1_000_000;

/** Brings rules in from a CSV file: choose it, look at what it would do, import it whole or not at all. */
export function ImportDialog({ merchant, onClose }: ImportDialogProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [reason, setReason] = useState("");
  const [busy, startTransition] = useTransition();
  const router = useRouter();

  const choose = (file: File | null) =>
    startTransition(async () => {
      setChosen(null);
      if (!file) return;
      if (file.size > MOST_BYTES) return notifyFailed(IMPORT.failed, IMPORT.tooLarge);
      const csv = await file.text();
      const looked = await importRulesAction(merchant, { csv, dryRun: true });
      if (looked.ok) setChosen({ csv, preview: looked.data });
      else notifyFailed(IMPORT.failed, Object.values(looked.error.fields ?? {})[0] ?? looked.error.message);
    });

  const submit = (csv: string) =>
    startTransition(async () => {
      const done = await importRulesAction(merchant, { csv, reason });
      if (!done.ok) return notifyFailed(IMPORT.failed, done.error.message);
      notifyDone(IMPORT.done(done.data.created + done.data.updated));
      router.refresh();
      onClose();
    });

  return (
    <Modal opened onClose={onClose} title={IMPORT.title} size={760}>
      <Stack gap="md">
        <p className="tg-price-text">{IMPORT.text}</p>
        <FileInput
          label={IMPORT.file}
          accept=".csv,text/csv"
          clearable
          clearButtonProps={{ "aria-label": IMPORT.clear }}
          onChange={choose}
          placeholder=".csv"
        />
        {chosen ? <ImportPreview preview={chosen.preview} /> : null}
        {chosen ? (
          <TextInput
            label={IMPORT.reason}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {IMPORT.cancel}
          </Button>
          <Confirm chosen={chosen} busy={busy} onConfirm={submit} />
        </Group>
      </Stack>
    </Modal>
  );
}

type ConfirmProps = { chosen: Chosen | null; busy: boolean; onConfirm: (csv: string) => void };

function Confirm({ chosen, busy, onConfirm }: ConfirmProps) {
  const changes = chosen ? chosen.preview.created + chosen.preview.updated : 0;
  const ready = chosen !== null && chosen.preview.wrong === 0 && changes > 0;
  return (
    <Button disabled={!ready} loading={busy} onClick={() => (chosen ? onConfirm(chosen.csv) : undefined)}>
      {chosen && changes === 0 ? IMPORT.nothing : IMPORT.confirm(changes)}
    </Button>
  );
}
