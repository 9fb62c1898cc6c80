"use client";

import { useState } from "react";

export type Values = Readonly<Record<string, string | null>>;

/** What somebody typed into a field, and what stood there when they began. */
type Edit = { readonly value: string | null; readonly from: string | null };

/**
 * Edits over the settings as the server last told them. A field that nobody edits follows the server; one that is
 * edited and was changed elsewhere meanwhile has a newer value, to be taken or passed over.
 */
export function useSettingsDraft(current: Values) {
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({});

  const without = (name: string) =>
    Object.fromEntries(Object.entries(edits).filter(([each]) => each !== name));
  const standing = (name: string) => current[name] ?? null;

  return {
    valueOf: (name: string): string => (edits[name] ? edits[name].value : standing(name)) ?? "",
    isEdited: (name: string) => edits[name] !== undefined,
    /** What the field was changed to elsewhere; undefined when it was not. */
    newerOf: (name: string): string | null | undefined =>
      edits[name] && edits[name].from !== standing(name) ? standing(name) : undefined,
    set(name: string, text: string) {
      const value = text === "" ? null : text;
      const from = edits[name] ? edits[name].from : standing(name);
      setEdits(value === from ? without(name) : { ...edits, [name]: { value, from } });
    },
    take: (name: string) => setEdits(without(name)),
    keep(name: string) {
      const edit = edits[name];
      if (edit) setEdits({ ...edits, [name]: { ...edit, from: standing(name) } });
    },
    discard: () => setEdits({}),
    count: Object.keys(edits).length,
    changes: (): Values =>
      Object.fromEntries(Object.entries(edits).map(([name, { value }]) => [name, value])),
    seen: (): Values => Object.fromEntries(Object.entries(edits).map(([name, { from }]) => [name, from])),
  };
}
