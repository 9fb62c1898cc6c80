"use client";

import { Button, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import type { useSettingsDraft } from "./use-settings-draft";
import { type FieldWords, WORDS } from "./words";

type FieldProps = {
  field: FieldWords;
  draft: ReturnType<typeof useSettingsDraft>;
  /** What the long lists offer. */
  lists: Readonly<Record<"zone" | "currency", readonly string[]>>;
  wrong: string | undefined;
};

/** One setting with what it does, what its change will do, and what it was changed to elsewhere meanwhile. */
export function SettingField({ field, draft, lists, wrong }: FieldProps) {
  const { name, change } = field;
  const newer = draft.newerOf(name);
  return (
    <div className="tg-setting">
      <Control field={field} draft={draft} lists={lists} wrong={wrong} />
      {draft.isEdited(name) && change ? (
        <p className="tg-setting-note" role="note">
          {change}
        </p>
      ) : null}
      {newer === undefined ? null : (
        <div className="tg-setting-newer" role="alert">
          <span>
            {WORDS.newer} <strong>{newer ?? WORDS.nothing}</strong>
          </span>
          <Button size="compact-sm" variant="default" onClick={() => draft.take(name)}>
            {WORDS.take}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => draft.keep(name)}>
            {WORDS.keep}
          </Button>
        </div>
      )}
    </div>
  );
}

function Control({ field, draft, lists, wrong }: FieldProps) {
  const { name, label, help, kind, options = [], placeholder, optional = false } = field;
  const value = draft.valueOf(name);
  const shared = { label, description: help, error: wrong, name };
  const onText = (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value);
  switch (kind) {
    case "choice":
      return (
        <Radio.Group {...shared} value={value} onChange={(next) => draft.set(name, next)}>
          <Stack gap={8} mt={8}>
            {options.map((each) => (
              <Radio key={each.value} value={each.value} label={each.label} description={each.does} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case "zone":
    case "currency":
      return (
        <Select
          {...shared}
          searchable
          allowDeselect={false}
          data={withOwn(lists[kind], value)}
          value={value}
          onChange={(next) => next && draft.set(name, next)}
          limit={60}
          maw={320}
        />
      );
    case "long":
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxLength={1_000}
          placeholder={placeholder ?? ""}
          value={value}
          onChange={onText}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          {...KEYBOARDS[kind]}
          required={!optional}
          withAsterisk={false}
          placeholder={placeholder ?? ""}
          autoComplete="off"
          value={value}
          onChange={onText}
        />
      );
  }
}

const KEYBOARDS = {
  text: { type: "text" },
  address: { type: "url", inputMode: "url" },
  number: { type: "text", inputMode: "decimal" },
} as const;

/** A zone kept under another of its names is no member of the machine's list, and stays chosen. */
function withOwn(list: readonly string[], own: string): string[] {
  return list.includes(own) || own === "" ? [...list] : [own, ...list];
}
