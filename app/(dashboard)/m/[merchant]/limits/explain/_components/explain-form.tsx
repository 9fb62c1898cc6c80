"use client";

import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import Form from "next/form";
import { useState } from "react";
import { route } from "@/components/ui";
import type { ExplainLimitsInput } from "@/lib/checks/schemas";
import { CustomerField } from "../../../_components/customer-field";
import type { Places } from "./read-places";
import { WORDS } from "./words";

const KINDS = ["customer", "guest", "roles"] as const;
type Kind = (typeof KINDS)[number];

function kindOf({ guest, roles }: ExplainLimitsInput): Kind {
  if (guest) return "guest";
  return roles === undefined ? "customer" : "roles";
}

type ExplainFormProps = { merchant: string; places: Places; given: ExplainLimitsInput };

/** Whose limits, where, and for how expensive a request. It goes to an address, so an answer can be shared. */
export function ExplainForm({ merchant, places, given }: ExplainFormProps) {
  const [kind, setKind] = useState<Kind>(kindOf(given));
  const place = (name: "module" | "bot" | "store", data: Places["modules"]) => (
    <Select
      name={name}
      label={WORDS.places[name]}
      placeholder={WORDS.anyPlace}
      data={data}
      defaultValue={given[name] ?? null}
      clearable
      searchable
    />
  );
  return (
    <Form action={route(`/m/${merchant}/limits/explain`)} className="tg-surface tg-explain-form">
      <SegmentedControl
        aria-label={WORDS.who}
        data={KINDS.map((value) => ({ value, label: WORDS.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(KINDS.find((each) => each === value) ?? "customer")}
      />
      <div className="tg-explain-fields">
        <WhoField merchant={merchant} kind={kind} given={given} />
        {place("module", places.modules)}
        {place("bot", places.bots)}
        {places.stores.length > 0 ? place("store", places.stores) : null}
        <TextInput
          name="cost"
          label={WORDS.cost}
          placeholder={WORDS.costHelp}
          defaultValue={given.cost ?? ""}
          inputMode="decimal"
          autoComplete="off"
        />
        <Button type="submit">{WORDS.check}</Button>
      </div>
    </Form>
  );
}

type WhoFieldProps = { merchant: string; kind: Kind; given: ExplainLimitsInput };

function WhoField({ merchant, kind, given }: WhoFieldProps) {
  if (kind === "guest") {
    return (
      <>
        <input type="hidden" name="guest" value="true" />
        <TextInput
          name="session"
          label={WORDS.session}
          placeholder={WORDS.sessionHelp}
          defaultValue={given.session ?? ""}
          autoComplete="off"
        />
      </>
    );
  }
  if (kind === "customer") {
    return (
      <CustomerField
        merchant={merchant}
        label={WORDS.customer}
        placeholder={WORDS.customerHelp}
        initial={given.customer ?? ""}
        required
      />
    );
  }
  return (
    <TextInput
      name="roles"
      label={WORDS.roles}
      placeholder={WORDS.rolesHelp}
      defaultValue={given.roles ?? ""}
      autoComplete="off"
      required
      withAsterisk={false}
    />
  );
}
