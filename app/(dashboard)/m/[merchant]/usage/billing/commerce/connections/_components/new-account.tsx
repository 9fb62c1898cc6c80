"use client";

import { Button, PasswordInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActFailure } from "../../_components/act-failure";
import { MadePanel } from "./made-panel";
import { typedOnly, useConnecting } from "./use-connecting";
import { FORM } from "./words";

const MODES = ["both", "live", "test"] as const;
type Mode = (typeof MODES)[number];

type Draft = {
  readonly name: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly mode: Mode;
};

/** Connects a Stripe account: a restricted key, and the signing secret of its endpoint now or afterwards. */
export function NewAccount({ merchant }: { merchant: string }) {
  const [draft, setDraft] = useState<Draft>({ name: "", apiKey: "", webhookSecret: "", mode: "both" });
  const { made, wrong, failure, form, busy, connect } = useConnecting(merchant);
  const change = (fields: Partial<Draft>) => setDraft((now) => ({ ...now, ...fields }));
  if (made) return <MadePanel merchant={merchant} kind="stripe" made={made} />;
  return (
    <form ref={form} action={() => connect(inputOf(draft))} className="tg-shop-form">
      <TextInput
        label={FORM.name}
        placeholder={FORM.account}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={wrong["name"]}
        maxLength={100}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
      />
      <PasswordInput
        label={FORM.apiKey}
        placeholder={FORM.apiKeyHint}
        description={FORM.apiKeyHelp}
        value={draft.apiKey}
        onChange={(event) => change({ apiKey: event.currentTarget.value })}
        error={wrong["apiKey"]}
        autoComplete="off"
      />
      <PasswordInput
        label={FORM.endpointSecret}
        placeholder={FORM.endpointSecretHint}
        description={FORM.endpointSecretHelp}
        value={draft.webhookSecret}
        onChange={(event) => change({ webhookSecret: event.currentTarget.value })}
        error={wrong["webhookSecret"]}
        autoComplete="off"
      />
      <SegmentedControl
        aria-label={FORM.mode}
        data={MODES.map((value) => ({ value, label: FORM[value] }))}
        value={draft.mode}
        onChange={(value) => change({ mode: MODES.find((each) => each === value) ?? "both" })}
      />
      <ActFailure failure={failure} atFields />
      <div className="tg-shop-buttons">
        <Button type="submit" loading={busy}>
          {FORM.connect}
        </Button>
      </div>
    </form>
  );
}

function inputOf({ name, apiKey, webhookSecret, mode }: Draft) {
  return {
    kind: "stripe" as const,
    name: name.trim(),
    grantWhen: "paid" as const,
    ...typedOnly("apiKey", apiKey),
    ...typedOnly("webhookSecret", webhookSecret),
    options: mode === "both" ? {} : { livemode: mode === "live" },
  };
}
