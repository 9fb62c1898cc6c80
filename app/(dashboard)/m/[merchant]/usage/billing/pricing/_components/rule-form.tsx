"use client";

import { Button, Group, Stack, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { notifyFailed, useUrlState } from "@/components/ui";
import { BillingFields } from "./billing-fields";
import { draftOf, type FormState, inputOf, problemsOf } from "./form-state";
import { FORM } from "./form-words";
import { ModelFields } from "./model-fields";
import type { Names } from "./names";
import { ReplayPane } from "./replay-pane";
import { type MarginFrame, typicalFor } from "./rule-row";
import { UsageFields } from "./usage-fields";
import { useDeleteRule } from "./use-delete-rule";
import { useSaveRule } from "./use-save-rule";
import { WorkedExample } from "./worked-example";

type RuleFormProps = {
  merchant: string;
  mayWrite: boolean;
  names: Names;
  margins: MarginFrame;
  /** The rule that is edited; null: a new one. */
  rule: { readonly id: string; readonly name: string } | null;
  initial: FormState;
};

/** What a field knows: the form as it stands, what is wrong with it, and how to change it. */
export type FieldsProps = {
  state: FormState;
  problems: Readonly<Record<string, string>>;
  change: (patch: Partial<FormState>) => void;
};

/** A rule from top to bottom: what for, which models, how billed, how rounded; and beside it what that comes to. */
export function RuleForm({ merchant, mayWrite, names, margins, rule, initial }: RuleFormProps) {
  const [state, setState] = useState(initial);
  const [tried, setTried] = useState(false);
  const saving = useSaveRule({ merchant, rule: rule?.id ?? null });
  const problems = problemsOf(state);
  const change = (patch: Partial<FormState>) => setState((before) => ({ ...before, ...patch }));
  const submit = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) notifyFailed(FORM.failed, Object.values(problems)[0] ?? "");
    else saving.save(inputOf(state), state.reason);
  };
  const fields = { state, change, problems: { ...(tried ? problems : {}), ...saving.fields } };
  const draft = draftOf(state);
  const typical = typicalFor(inputOf(state), margins.typical);

  return (
    <form action={submit} noValidate>
      {mayWrite ? null : <p className="tg-quiet">{FORM.readOnly}</p>}
      <fieldset className="tg-rule-form" disabled={!mayWrite}>
        <UsageFields {...fields} names={names} typical={margins.typical} setState={setState} />
        <ModelFields {...fields} merchant={merchant} />
        <BillingFields {...fields} />
        <WorkedExample
          key={state.method}
          merchant={merchant}
          draft={draft}
          typical={typical}
          margins={margins}
        />
        <ReplayPane merchant={merchant} rule={rule?.id ?? null} state={state} ready={draft !== null} />
        <Closing {...fields} />
      </fieldset>
      {mayWrite ? <Buttons merchant={merchant} rule={rule} busy={saving.busy} /> : null}
    </form>
  );
}

function Closing({ state, change }: FieldsProps) {
  return (
    <Stack gap="sm">
      <TextInput
        label={FORM.reason}
        placeholder={FORM.reasonPlaceholder}
        maxLength={500}
        value={state.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Switch
        label={FORM.enabled}
        checked={state.enabled}
        onChange={(event) => change({ enabled: event.currentTarget.checked })}
      />
    </Stack>
  );
}

type ButtonsProps = Pick<RuleFormProps, "merchant" | "rule"> & { busy: boolean };

function Buttons({ merchant, rule, busy }: ButtonsProps) {
  const { hrefBeside, navigate } = useUrlState();
  return (
    <Group justify="space-between" gap="sm" className="tg-rule-buttons">
      <Group gap="sm">{rule ? <Others merchant={merchant} rule={rule} /> : null}</Group>
      <Group gap="sm">
        <Button variant="default" onClick={() => navigate(hrefBeside({ rule: null, new: null }))}>
          {FORM.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {FORM.save}
        </Button>
      </Group>
    </Group>
  );
}

/** What else can be done with a rule that is there. */
function Others({ merchant, rule }: { merchant: string; rule: NonNullable<RuleFormProps["rule"]> }) {
  const { hrefBeside, navigate } = useUrlState();
  const remove = useDeleteRule(merchant, rule);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={remove}>
        {FORM.delete}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => navigate(hrefBeside({ rule: null, new: rule.id }))}
      >
        {FORM.duplicate}
      </Button>
    </>
  );
}
