"use client";

import { Button, Radio, Stack, Switch } from "@mantine/core";
import type { QuotaDefinition } from "@/lib/quotas/core";
import type { NoticeSettings } from "@/lib/quotas/core";
import { NoticeFields } from "./notice-fields";
import { AmountFields, PersonFields, PlaceFields } from "./quota-fields";
import { quotaSentence, type SentenceNames } from "./quota-sentence";
import type { Names } from "./read-names";
import { ModuleLinks } from "./module-links";
import { PeriodFields } from "./period-fields";
import { type QuotaForm as Form, useQuotaDraft } from "./use-quota-draft";
import { FORM } from "./words";

export type QuotaFormProps = {
  merchant: string;
  /** Null: a new one. */
  quota: QuotaDefinition | null;
  /** The module a new one begins with. */
  module: string | null;
  names: Names & Pick<SentenceNames, "timeZone" | "weekStart">;
  settings: NoticeSettings;
  /** Roles that other limits name, to choose from. */
  roles: readonly string[];
  /** How many used it in the running period, in words. */
  people: string;
  mayEdit: boolean;
  now: Date;
};

/** All of a limit, with what it comes to said and shown while it is edited. */
export function QuotaForm(props: QuotaFormProps) {
  const { merchant, quota, names, settings, people, mayEdit, now } = props;
  const form = useQuotaDraft(merchant, quota, props.module);
  return (
    <form action={form.save} className="tg-quota-form">
      <p className="tg-quota-sentence" role="status">
        {quotaSentence(form.draft, names)}
      </p>
      <fieldset disabled={!mayEdit} className="tg-quota-fields">
        <Part title={FORM.who}>
          <PersonFields form={form} roles={props.roles} />
        </Part>
        <Part title={FORM.where}>
          <PlaceFields form={form} names={names} />
          <ModuleLinks merchant={merchant} module={form.draft.module} names={names} />
        </Part>
        <Part title={FORM.amount}>
          <AmountFields form={form} />
        </Part>
        <Part title={FORM.when}>
          <PeriodFields form={form} names={names} now={now} />
        </Part>
        <Part title={FORM.reached}>
          <NoticeFields form={form} settings={settings} />
        </Part>
        <Part title={FORM.mode}>
          <ModeFields form={form} />
        </Part>
      </fieldset>
      {mayEdit ? <Buttons form={form} isNew={quota === null} people={people} /> : null}
    </form>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="tg-quota-part">
      <h3>{title}</h3>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

function ModeFields({ form: { draft, change } }: { form: Form }) {
  return (
    <>
      <Radio.Group
        aria-label={FORM.mode}
        value={draft.mode}
        onChange={(mode) => change({ mode: mode === "observe" ? "observe" : "enforce" })}
      >
        <Stack gap={8}>
          <Radio value="enforce" label={FORM.enforce} />
          <Radio value="observe" label={FORM.observe} />
        </Stack>
      </Radio.Group>
      <Switch
        label={FORM.enabled}
        checked={draft.enabled}
        onChange={(event) => change({ enabled: event.currentTarget.checked })}
      />
    </>
  );
}

function Buttons({ form, isNew, people }: { form: Form; isNew: boolean; people: string }) {
  return (
    <div className="tg-drawer-buttons">
      {isNew ? (
        <span />
      ) : (
        <Button variant="default" onClick={() => form.remove(people)}>
          {FORM.remove}
        </Button>
      )}
      <Button variant="default" onClick={form.close}>
        {FORM.cancel}
      </Button>
      <Button type="submit" loading={form.busy}>
        {isNew ? FORM.create : FORM.save}
      </Button>
    </div>
  );
}
