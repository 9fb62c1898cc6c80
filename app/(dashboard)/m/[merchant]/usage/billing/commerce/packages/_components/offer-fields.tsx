"use client";

import { Select, SegmentedControl, TextInput } from "@mantine/core";
import { InfoTip } from "@/components/ui";
import type { PackageForm } from "./use-package-draft";
import { FORM } from "./words";

const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "CAD",
  "AUD",
  "JPY",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "INR",
  "BRL",
];

/** What is offered: a name, credits for each quantity, for how long, and at what price. */
export function OfferFields({ form }: { form: PackageForm }) {
  const { draft, change, wrong } = form;
  return (
    <>
      <TextInput
        label={FORM.name}
        placeholder={FORM.nameHint}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={wrong["name"]}
        maxLength={120}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
      />
      <div className="tg-package-row">
        <TextInput
          label={FORM.credits}
          description={FORM.creditsHelp}
          inputMode="decimal"
          value={draft.credits}
          onChange={(event) => change({ credits: event.currentTarget.value })}
          error={wrong["credits"]}
          required
          withAsterisk={false}
        />
        <TextInput
          label={FORM.expiry}
          description={FORM.expiryHelp}
          inputMode="numeric"
          value={draft.expiresAfterDays}
          onChange={(event) => change({ expiresAfterDays: event.currentTarget.value })}
          error={wrong["expiresAfterDays"]}
        />
      </div>
      <div>
        <p className="tg-package-label">
          {FORM.category} <InfoTip label={FORM.category} text={FORM.categoryHelp} />
        </p>
        <SegmentedControl
          aria-label={FORM.category}
          data={[
            { value: "paid", label: FORM.paid },
            { value: "promotional", label: FORM.promotional },
          ]}
          value={draft.category}
          onChange={(value) => change({ category: value === "promotional" ? "promotional" : "paid" })}
        />
      </div>
      <PriceFields form={form} />
    </>
  );
}

function PriceFields({ form: { draft, change, wrong } }: { form: PackageForm }) {
  const currencies = CURRENCIES.includes(draft.currency) ? CURRENCIES : [draft.currency, ...CURRENCIES];
  return (
    <div className="tg-package-row">
      <TextInput
        label={FORM.price}
        description={FORM.priceHelp}
        inputMode="decimal"
        value={draft.price}
        onChange={(event) => change({ price: event.currentTarget.value })}
        error={wrong["price"]}
      />
      <Select
        label={FORM.currency}
        description={FORM.currencyHelp}
        data={currencies}
        value={draft.currency}
        onChange={(currency) => change({ currency: currency ?? draft.currency })}
        error={wrong["currency"]}
        allowDeselect={false}
        searchable
      />
    </div>
  );
}
