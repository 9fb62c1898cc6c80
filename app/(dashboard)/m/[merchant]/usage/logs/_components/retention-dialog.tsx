"use client";

import { Button, Group, Modal, Select, Stack, Switch } from "@mantine/core";
import { useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { RETENTION_PERIODS, type RetentionPeriod } from "@/lib/logs/schemas";
import { setRetentionAction } from "./retention-actions";
import { RetentionRuns } from "./retention-runs";
import type { RetentionDraft, useRetention } from "./use-retention";
import { CLOSE, PERIOD_OPTIONS, RETENTION, previewLine } from "./words";

type RetentionDialogProps = {
  merchant: string;
  retention: ReturnType<typeof useRetention>;
  /** Whether the member may change it. */
  maySet: boolean;
};

/** How long logs are kept, what that would delete now, and when it is done. */
export function RetentionDialog({ merchant, retention, maySet }: RetentionDialogProps) {
  const { draft, close } = retention;
  return (
    <Modal opened onClose={close} title={RETENTION.title} size={520}>
      {draft ? (
        <RetentionForm merchant={merchant} retention={retention} draft={draft} maySet={maySet} />
      ) : (
        <p role="status">{RETENTION.reading}</p>
      )}
    </Modal>
  );
}

type RetentionFormProps = RetentionDialogProps & { draft: RetentionDraft };

function RetentionForm({ merchant, retention, draft, maySet }: RetentionFormProps) {
  const [busy, startTransition] = useTransition();
  const { saved, wish } = draft;
  const on = wish.contents !== null || wish.logs !== null;
  const changed = wish.contents !== saved.contents || wish.logs !== saved.logs;
  const choose = (next: Partial<typeof wish>) => void retention.choose(saved, { ...wish, ...next });

  const submit = () =>
    startTransition(async () => {
      const answer = await setRetentionAction(merchant, wish);
      if (!answer.ok) return notifyFailed(RETENTION.failed, answer.error.message);
      notifyDone(RETENTION.saved);
      await retention.choose(answer.data, wish);
    });

  return (
    <form action={() => (changed ? submit() : undefined)}>
      <Stack gap="md">
        <Switch
          label={RETENTION.auto}
          description={RETENTION.autoWhy}
          checked={on}
          disabled={!maySet}
          onChange={(event) =>
            choose(
              event.currentTarget.checked ? { contents: "90d", logs: "1y" } : { contents: null, logs: null },
            )
          }
        />
        {on ? <Periods draft={draft} disabled={!maySet} onChange={choose} /> : null}
        {maySet ? null : <p className="tg-quiet">{RETENTION.notYours}</p>}
        <RetentionRuns merchant={merchant} saved={saved} mayRun={maySet && !changed} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={retention.close}>
            {CLOSE}
          </Button>
          {maySet ? (
            <Button type="submit" disabled={!changed} loading={busy}>
              {RETENTION.save}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}

type PeriodsProps = {
  draft: RetentionDraft;
  disabled: boolean;
  onChange: (next: Partial<RetentionDraft["wish"]>) => void;
};

/** The two clocks, and what they would delete now. */
function Periods({ draft: { wish, preview }, disabled, onChange }: PeriodsProps) {
  return (
    <>
      <PeriodSelect
        label={RETENTION.contents}
        description={RETENTION.contentsWhy}
        value={wish.contents}
        disabled={disabled}
        onChange={(contents) => onChange({ contents })}
      />
      <PeriodSelect
        label={RETENTION.logs}
        description={RETENTION.logsWhy}
        value={wish.logs}
        disabled={disabled}
        onChange={(logs) => onChange({ logs })}
      />
      <p className="tg-retention-preview" role="status">
        {preview ? previewLine(preview) : RETENTION.counting}
      </p>
    </>
  );
}

const FOR_EVER = "ever";

type PeriodSelectProps = {
  label: string;
  description: string;
  value: RetentionPeriod | null;
  disabled: boolean;
  onChange: (period: RetentionPeriod | null) => void;
};

function PeriodSelect({ value, onChange, ...rest }: PeriodSelectProps) {
  return (
    <Select
      {...rest}
      allowDeselect={false}
      value={value ?? FOR_EVER}
      data={[{ value: FOR_EVER, label: RETENTION.never }, ...PERIOD_OPTIONS]}
      onChange={(next) => onChange(RETENTION_PERIODS.find((period) => period === next) ?? null)}
    />
  );
}
