"use client";

import { Autocomplete } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { findCustomersAction } from "./find-customers-action";

const PAUSE_MILLIS = 250;
const LONGEST = 200;

type CustomerFieldProps = {
  merchant: string;
  label: string;
  placeholder: string;
  initial: string;
  required?: boolean;
};

type Found = { readonly externalId: string; readonly about: string };

/** A field of a form named `customer`: takes the merchant's id of one, and offers those whose name or address is typed. */
export function CustomerField({
  merchant,
  label,
  placeholder,
  initial,
  required = false,
}: CustomerFieldProps) {
  const [text, setText] = useState(initial);
  const [found, setFound] = useState<readonly Found[]>([]);
  const look = useDebouncedCallback(async (typed: string) => {
    const answer = typed.trim() === "" ? null : await findCustomersAction(merchant, typed.trim());
    setFound(answer?.ok ? answer.data : []);
  }, PAUSE_MILLIS);
  // Somebody whose id is there already need not be offered.
  const offered = found.some(({ externalId }) => externalId === text.trim()) ? [] : found;
  return (
    <Autocomplete
      name="customer"
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(typed) => {
        setText(typed);
        look(typed);
      }}
      data={offered.map(({ externalId }) => externalId)}
      filter={({ options }) => options}
      renderOption={({ option }) => <Offer found={found.find((each) => each.externalId === option.value)} />}
      maxLength={LONGEST}
      required={required}
      withAsterisk={false}
    />
  );
}

function Offer({ found }: { found: Found | undefined }) {
  if (!found) return null;
  const { externalId, about } = found;
  return <span dir="auto">{about === "" ? externalId : `${about} · ${externalId}`}</span>;
}
