"use client";

import { Select } from "@mantine/core";
import { GRANT_WHEN, type GrantWhen } from "@/lib/commerce/schemas";
import { GRANT } from "./words";

type GrantSelectProps = { value: GrantWhen; onChange: (value: GrantWhen) => void };

/** At which status of an order its credits are granted. */
export function GrantSelect({ value, onChange }: GrantSelectProps) {
  return (
    <Select
      label={GRANT.label}
      data={GRANT_WHEN.map((each) => ({ value: each, label: GRANT[each] }))}
      value={value}
      onChange={(chosen) => onChange(GRANT_WHEN.find((each) => each === chosen) ?? value)}
      allowDeselect={false}
    />
  );
}
