"use client";

import { Button, PasswordInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { GrantWhen } from "@/lib/commerce/schemas";
import { ActFailure } from "../../_components/act-failure";
import { placeOf } from "../../_components/address";
import { authorizeShopAction } from "./connection-actions";
import { GrantSelect } from "./grant-select";
import { MadePanel } from "./made-panel";
import { typedOnly, useConnecting } from "./use-connecting";
import { FORM } from "./words";

type Draft = {
  readonly name: string;
  readonly url: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly webhookSecret: string;
  readonly grantWhen: GrantWhen;
};

const BLANK: Draft = {
  name: "",
  url: "",
  consumerKey: "",
  consumerSecret: "",
  webhookSecret: "",
  grantWhen: "completed",
};

/** Connects a WooCommerce shop: by one click in the shop, or with its keys typed in. */
export function NewShop({ merchant }: { merchant: string }) {
  const [byHand, setByHand] = useState(false);
  const [draft, setDraft] = useState(BLANK);
  const { made, wrong, failure, form, busy, act, connect } = useConnecting(merchant);
  const change = (fields: Partial<Draft>) => setDraft((now) => ({ ...now, ...fields }));

  const ask = () =>
    act({
      run: () =>
        authorizeShopAction(merchant, {
          url: draft.url,
          ...typedOnly("name", draft.name),
          grantWhen: draft.grantWhen,
          returnPath: placeOf(merchant, "connections"),
        }),
      failed: FORM.notConnected,
      then: ({ authorizeUrl }) => window.location.assign(authorizeUrl),
    });

  if (made) return <MadePanel merchant={merchant} kind="woocommerce" made={made} />;
  return (
    <form ref={form} action={byHand ? () => connect(inputOf(draft)) : ask} className="tg-shop-form">
      <SegmentedControl
        aria-label={FORM.way}
        data={[
          { value: "click", label: FORM.oneClick },
          { value: "hand", label: FORM.byHand },
        ]}
        value={byHand ? "hand" : "click"}
        onChange={(way) => setByHand(way === "hand")}
      />
      {byHand ? null : <p className="tg-quiet">{FORM.oneClickHelp}</p>}
      <AboutFields draft={draft} wrong={wrong} onChange={change} />
      {byHand ? <KeyFields draft={draft} wrong={wrong} onChange={change} /> : null}
      <GrantSelect value={draft.grantWhen} onChange={(grantWhen) => change({ grantWhen })} />
      <ActFailure failure={failure} atFields />
      <div className="tg-shop-buttons">
        <Button type="submit" loading={busy}>
          {byHand ? FORM.connect : FORM.go}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = {
  draft: Draft;
  wrong: Readonly<Record<string, string>>;
  onChange: (fields: Partial<Draft>) => void;
};

function AboutFields({ draft, wrong, onChange }: FieldsProps) {
  return (
    <div className="tg-shop-row">
      <TextInput
        label={FORM.url}
        placeholder={FORM.urlHint}
        inputMode="url"
        value={draft.url}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
        error={wrong["url"]}
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        label={FORM.name}
        placeholder={FORM.shopName}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={wrong["name"]}
        maxLength={100}
        autoComplete="off"
      />
    </div>
  );
}

function KeyFields({ draft, wrong, onChange }: FieldsProps) {
  const field = (name: "consumerKey" | "consumerSecret" | "webhookSecret") => ({
    label: FORM[name],
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
    error: wrong[name],
    autoComplete: "off",
    spellCheck: false,
  });
  return (
    <>
      <p className="tg-quiet">{FORM.keysHelp}</p>
      <div className="tg-shop-row">
        <TextInput {...field("consumerKey")} />
        <PasswordInput {...field("consumerSecret")} />
      </div>
      <PasswordInput {...field("webhookSecret")} description={FORM.webhookSecretHelp} />
    </>
  );
}

/** Without a name, the shop is called by its host. */
function inputOf({ name, url, grantWhen, ...secrets }: Draft) {
  const host = URL.canParse(url) ? new URL(url).host : url;
  return {
    kind: "woocommerce" as const,
    name: name.trim() === "" ? host : name.trim(),
    url,
    grantWhen,
    ...typedOnly("consumerKey", secrets.consumerKey),
    ...typedOnly("consumerSecret", secrets.consumerSecret),
    ...typedOnly("webhookSecret", secrets.webhookSecret),
  };
}
