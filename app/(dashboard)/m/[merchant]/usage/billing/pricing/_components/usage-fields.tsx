"use client";

import { Select, TextInput } from "@mantine/core";
import { type Dispatch, type SetStateAction, useState } from "react";
import type { TypicalRequest } from "@/lib/pricing";
import { type FormState, withUsage } from "./form-state";
import { FORM } from "./form-words";
import { nameOf, type Names } from "./names";
import type { FieldsProps } from "./rule-form";
import { operationWords, WORDS } from "./words";

type UsageFieldsProps = FieldsProps & {
  names: Names;
  typical: readonly TypicalRequest[];
  setState: Dispatch<SetStateAction<FormState>>;
};

const OTHER = "other";

/** The usage types that come with the product (module, operation). */
const USUAL = [
  ["chatbot", "chat"],
  ["ai_forms", "form_submit"],
  ["image_generator", "generate"],
  ["image_generator", "edit"],
  ["image_generator", "video"],
] as const;

const keyOf = (module: string, operation: string) => JSON.stringify([module, operation]);

/** What is priced: a usage type, and if wanted one bot or form of it. */
export function UsageFields({ state, change, problems, names, typical, setState }: UsageFieldsProps) {
  const [other, setOther] = useState(false);
  const groups = groupsOf(names, { typical, state: other ? null : state });
  const choose = (value: string | null) => {
    const found = groups.flatMap((group) => group.items).find((item) => item.value === value);
    setOther(value === OTHER);
    if (found?.usage) {
      const [module, operation] = found.usage;
      setState((before) => withUsage(before, module, operation));
    }
  };
  return (
    <section className="tg-rule-step">
      <h3>{FORM.usage}</h3>
      <Select
        aria-label={FORM.usage}
        description={FORM.usageTip}
        searchable
        allowDeselect={false}
        data={groups.map(({ group, items }) => ({
          group,
          items: items.map(({ value, label }) => ({ value, label })),
        }))}
        value={other ? OTHER : keyOf(state.module, state.operation)}
        onChange={choose}
      />
      {other ? (
        <div className="tg-rule-pair">
          <TextInput
            label={FORM.module}
            description={FORM.moduleTip}
            value={state.module}
            onChange={(event) => change({ module: event.currentTarget.value, bot: "", form: "" })}
            error={problems["module"]}
          />
          <TextInput
            label={FORM.operation}
            description={FORM.usageTip}
            value={state.operation}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setState((before) => withUsage(before, before.module, value));
            }}
            error={problems["operation"]}
          />
        </div>
      ) : null}
      <OnlyFor state={state} change={change} problems={problems} names={names} />
    </section>
  );
}

type Item = { readonly value: string; readonly label: string; readonly usage?: readonly [string, string] };
type Known = { readonly typical: readonly TypicalRequest[]; readonly state: FormState | null };

function groupsOf(names: Names, { typical, state }: Known): { group: string; items: Item[] }[] {
  const item = (module: string, operation: string): Item => ({
    value: keyOf(module, operation),
    label: `${module === "" ? WORDS.anyModule : nameOf(names.modules, module)} · ${operationWords(operation)}`,
    usage: [module, operation],
  });
  const seen = typical.flatMap((each) => (each.module === null ? [] : [item(each.module, each.operation)]));
  const any = ["chat", "form_submit", "generate", "edit", "video"].map((operation) => item("", operation));
  const usual = USUAL.map(([module, operation]) => item(module, operation));
  const taken = new Set([...usual, ...any].map(({ value }) => value));
  const others = seen.filter(({ value }) => !taken.has(value));
  const own = state && item(state.module, state.operation);
  const missing = own && ![...usual, ...any, ...others].some(({ value }) => value === own.value);
  return [
    { group: FORM.usageGroups.usual, items: usual },
    ...(others.length > 0 ? [{ group: FORM.usageGroups.seen, items: others }] : []),
    { group: FORM.usageGroups.any, items: any },
    {
      group: FORM.usageGroups.other,
      items: [...(own && missing ? [own] : []), { value: OTHER, label: FORM.other }],
    },
  ];
}

type OnlyForProps = FieldsProps & { names: Names };

function OnlyFor({ state, change, problems, names }: OnlyForProps) {
  const mine = ({ module }: { module: string }) => state.module === "" || module === state.module;
  const data = [
    { value: "", label: FORM.everything },
    ...names.bots.filter(mine).map(({ id, name }) => ({ value: `bot:${id}`, label: FORM.bot(name) })),
    ...names.forms.filter(mine).map(({ id, name }) => ({ value: `form:${id}`, label: FORM.form(name) })),
  ];
  const value = valueOf(state);
  const known = data.some((each) => each.value === value);
  if (data.length === 1 && value === "") return null;
  return (
    <Select
      label={FORM.only}
      allowDeselect={false}
      data={known ? data : [...data, { value, label: value }]}
      value={value}
      onChange={(chosen) => change(scopeOf(chosen ?? ""))}
      error={problems["bot"] ?? problems["form"]}
    />
  );
}

function valueOf({ bot, form }: FormState): string {
  if (bot !== "") return `bot:${bot}`;
  return form === "" ? "" : `form:${form}`;
}

function scopeOf(value: string): Pick<FormState, "bot" | "form"> {
  if (value.startsWith("bot:")) return { bot: value.slice(4), form: "" };
  return { bot: "", form: value.startsWith("form:") ? value.slice(5) : "" };
}
