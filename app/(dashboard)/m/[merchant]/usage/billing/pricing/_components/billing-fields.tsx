"use client";

import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { methodsFor, type Rates, ratesOf } from "@/lib/pricing/core";
import { FORM } from "./form-words";
import type { FieldsProps } from "./rule-form";
import { METHOD_TIPS, METHOD_WORDS, RATE_STAND_INS, RATE_WORDS, ROUNDING_WORDS, UNIT_WORDS } from "./words";

const ROUNDINGS = ["up_to_whole", "up_to_hundredth", "exact", "carry"] as const;

/** How it is billed, at which rates, and how a fraction becomes a charge. */
export function BillingFields(props: FieldsProps) {
  const { state, change, problems } = props;
  const methods = methodsFor(state.operation);
  return (
    <>
      <section className="tg-rule-step">
        <h3>{FORM.billing}</h3>
        <SegmentedControl
          aria-label={FORM.method}
          value={state.method}
          onChange={(value) => change({ method: methods.find((method) => method === value) ?? state.method })}
          data={methods.map((method) => ({ value: method, label: METHOD_WORDS[method] }))}
        />
        <p className="tg-quiet">{METHOD_TIPS[state.method]}</p>
        {problems["method"] ? <p role="alert">{problems["method"]}</p> : null}
        <Rates {...props} />
      </section>
      <section className="tg-rule-step">
        <h3>{FORM.rounding}</h3>
        <Select
          aria-label={FORM.rounding}
          allowDeselect={false}
          data={ROUNDINGS.map((rounding) => ({ value: rounding, label: ROUNDING_WORDS[rounding].label }))}
          value={state.rounding}
          onChange={(value) =>
            change({ rounding: ROUNDINGS.find((rounding) => rounding === value) ?? state.rounding })
          }
          description={ROUNDING_WORDS[state.rounding].tip}
          inputWrapperOrder={["label", "input", "description", "error"]}
        />
      </section>
    </>
  );
}

function Rates(props: FieldsProps) {
  const { state } = props;
  const { needed, optional } = ratesOf(state.method);
  const [open, setOpen] = useState(optional.some((rate) => state.rates[rate] !== ""));
  return (
    <>
      <div className="tg-rule-pair">
        {needed.map((rate) => (
          <RateField key={rate} rate={rate} {...props} />
        ))}
      </div>
      {optional.length > 0 ? (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{FORM.optional}</summary>
          <div className="tg-rule-trio">
            {optional.map((rate) => (
              <RateField key={rate} rate={rate} {...props} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

function RateField({ rate, state, change, problems }: FieldsProps & { rate: keyof Rates }) {
  const unit = state.method === "per_1k_tokens" ? FORM.perThousand : `credits ${UNIT_WORDS[state.method]}`;
  return (
    <TextInput
      label={RATE_WORDS[rate]}
      description={unit}
      inputWrapperOrder={["label", "input", "description", "error"]}
      inputMode="decimal"
      autoComplete="off"
      placeholder={RATE_STAND_INS[rate] ?? "1"}
      value={state.rates[rate]}
      onChange={(event) => change({ rates: { ...state.rates, [rate]: event.currentTarget.value } })}
      error={problems[rate]}
    />
  );
}
