"use client";

import { Autocomplete, SegmentedControl, Select, TextInput } from "@mantine/core";
import type { LimitKind } from "./quota-draft";
import type { Names } from "./read-names";
import type { QuotaForm } from "./use-quota-draft";
import { AUDIENCES, FORM, LIMIT_KINDS } from "./words";

const USUAL_ROLES = ["administrator", "editor", "author", "contributor", "subscriber", "customer"];

/** Who it is for. A plan is offered only where one is set: nobody has plans yet. */
export function PersonFields({ form, roles }: { form: QuotaForm; roles: readonly string[] }) {
  const { draft, change, wrong } = form;
  const audiences = (["guest", "customer", "role", "plan"] as const).filter(
    (each) => each !== "plan" || draft.audience === "plan",
  );
  return (
    <>
      <SegmentedControl
        aria-label={FORM.who}
        data={audiences.map((value) => ({ value, label: AUDIENCES[value] }))}
        value={draft.audience}
        onChange={(value) => {
          const audience = audiences.find((each) => each === value);
          if (audience) change({ audience });
        }}
      />
      {draft.audience === "role" ? (
        <Autocomplete
          label={FORM.role}
          description={FORM.roleHelp}
          data={[...new Set([...roles, ...USUAL_ROLES])]}
          value={draft.role}
          onChange={(role) => change({ role })}
          error={wrong["role"]}
          maxLength={100}
          required
          withAsterisk={false}
        />
      ) : null}
      {draft.audience === "plan" ? (
        <TextInput
          label={FORM.plan}
          description={FORM.planHelp}
          value={draft.role}
          onChange={(event) => change({ role: event.currentTarget.value })}
          error={wrong["role"]}
          required
          withAsterisk={false}
        />
      ) : null}
    </>
  );
}

/** Where it counts: a module, a bot, a store, or everywhere. */
export function PlaceFields({ form, names }: { form: QuotaForm; names: Names }) {
  const { draft, change, wrong } = form;
  const bots = names.bots.filter((bot) => draft.module === null || bot.module === draft.module);
  return (
    <div className="tg-quota-row">
      <NameSelect
        label={FORM.module}
        any={FORM.any}
        named={names.modules}
        value={draft.module}
        error={wrong["module"]}
        onChange={(module) => change({ module, bot: null })}
      />
      <NameSelect
        label={FORM.bot}
        any={FORM.anyBot}
        named={bots}
        value={draft.bot}
        error={wrong["bot"]}
        onChange={(bot) => change({ bot })}
      />
      <NameSelect
        label={FORM.store}
        any={FORM.anyStore}
        named={names.stores}
        value={draft.store}
        error={wrong["store"]}
        onChange={(store) => change({ store })}
      />
    </div>
  );
}

type NameSelectProps = {
  label: string;
  any: string;
  named: readonly { id: string; name: string }[];
  value: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
};

function NameSelect({ label, any, named, value, error, onChange }: NameSelectProps) {
  const options = named.map(({ id, name }) => ({ value: id, label: name }));
  const known = value === null || named.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      placeholder={any}
      data={known ? options : [...options, { value, label: value }]}
      value={value}
      error={error}
      clearable
      searchable
      onChange={onChange}
    />
  );
}

const KINDS = ["amount", "none", "closed"] as const satisfies readonly LimitKind[];

/** How much each of them may use in a period; of guests, also how much a whole network may. */
export function AmountFields({ form }: { form: QuotaForm }) {
  const { draft, change, wrong } = form;
  return (
    <>
      <SegmentedControl
        aria-label={FORM.amount}
        data={KINDS.map((value) => ({ value, label: LIMIT_KINDS[value] }))}
        value={draft.limitKind}
        onChange={(value) => {
          const limitKind = KINDS.find((each) => each === value);
          if (limitKind) change({ limitKind });
        }}
      />
      {draft.limitKind === "amount" ? (
        <TextInput
          label={FORM.credits}
          description={FORM.creditsFor}
          inputMode="decimal"
          value={draft.limit}
          onChange={(event) => change({ limit: event.currentTarget.value })}
          error={wrong["limit"]}
          autoComplete="off"
          maw={240}
          required
          withAsterisk={false}
        />
      ) : (
        <p className="tg-quota-help">{helpOf(draft.limitKind, draft.audience === "guest")}</p>
      )}
      {draft.audience === "guest" && draft.limitKind !== "closed" ? (
        <TextInput
          label={FORM.network}
          description={FORM.networkHelp}
          inputMode="decimal"
          value={draft.networkLimit}
          onChange={(event) => change({ networkLimit: event.currentTarget.value })}
          error={wrong["networkLimit"]}
          autoComplete="off"
        />
      ) : null}
    </>
  );
}

function helpOf(kind: LimitKind, guest: boolean): string {
  if (kind === "none") return FORM.noneHelp;
  return guest ? FORM.closedGuestHelp : FORM.closedHelp;
}
