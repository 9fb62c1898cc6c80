"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ConnectionJson } from "@/lib/commerce";
import { ActFailure } from "../../_components/act-failure";
import { useActHere } from "../../_components/use-act";
import { patchConnectionAction } from "./connection-actions";
import { GrantSelect } from "./grant-select";
import { typedOnly } from "./use-connecting";
import { ACTS, FORM } from "./words";

type FormProps = { merchant: string; connection: ConnectionJson };

const KEYS = {
  woocommerce: ["consumerKey", "consumerSecret"],
  stripe: ["apiKey"],
} as const;
type KeyField = (typeof KEYS)[ConnectionJson["kind"]][number];
type Keys = Readonly<Partial<Record<KeyField, string>>>;

/** The settings of a connection. Keys are never shown; what is typed replaces them. */
export function ConnectionForm({ merchant, connection }: FormProps) {
  const { id, kind } = connection;
  const [name, setName] = useState(connection.name);
  const [url, setUrl] = useState(connection.url ?? "");
  const [grantWhen, setGrantWhen] = useState(connection.grantWhen);
  const [keys, setKeys] = useState<Keys>({});
  const { busy, act, failure, wrong, form } = useActHere();
  const typed = KEYS[kind].map((field) => typedOnly(field, keys[field] ?? ""));
  const changes = Object.assign(
    { name: name.trim() },
    kind === "woocommerce" ? { url, grantWhen } : {},
    ...typed,
  );
  const save = () =>
    act({
      run: () => patchConnectionAction(merchant, { id, changes }),
      done: ACTS.saved,
      failed: ACTS.notSaved,
    });
  return (
    <form ref={form} action={save} className="tg-shop-form">
      <h3>{ACTS.settings}</h3>
      <div className="tg-shop-row">
        <TextInput
          label={FORM.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wrong["name"]}
          maxLength={100}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        {kind === "woocommerce" ? (
          <TextInput
            label={FORM.url}
            inputMode="url"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={wrong["url"]}
            required
            withAsterisk={false}
          />
        ) : null}
      </div>
      {kind === "woocommerce" ? <GrantSelect value={grantWhen} onChange={setGrantWhen} /> : null}
      <p className="tg-quiet">{ACTS.newKeys}</p>
      <KeyFields kind={kind} keys={keys} wrong={wrong} onChange={setKeys} />
      <ActFailure failure={failure} atFields />
      <div className="tg-shop-buttons">
        <Button type="submit" variant="default" loading={busy}>
          {ACTS.save}
        </Button>
      </div>
    </form>
  );
}

type KeyFieldsProps = {
  kind: ConnectionJson["kind"];
  keys: Keys;
  wrong: Readonly<Record<string, string>>;
  onChange: (keys: Keys) => void;
};

function KeyFields({ kind, keys, wrong, onChange }: KeyFieldsProps) {
  return (
    <div className="tg-shop-row">
      {KEYS[kind].map((field) => (
        <PasswordInput
          key={field}
          label={FORM[field]}
          value={keys[field] ?? ""}
          onChange={(event) => onChange({ ...keys, [field]: event.currentTarget.value })}
          error={wrong[field]}
          autoComplete="off"
        />
      ))}
    </div>
  );
}
