"use client";

import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import type { ApiKey } from "@/lib/merchants";
import { createKeyAction } from "../actions";
import { type MadeKey, ShownKey } from "./shown-key";
import { SCOPE_WORDS, WORDS } from "./words";

type Scope = ApiKey["scopes"][number];
type CreateKeyProps = {
  merchant: string;
  /** What the member may give. */
  scopes: readonly Scope[];
  stores: readonly { value: string; label: string }[];
  /** Where this installation is reached. */
  address: string;
};

/** Makes a key with just what it needs, and shows it once. */
export function CreateKeyButton(props: CreateKeyProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button leftSection={<KeyRound size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {WORDS.create}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={made ? WORDS.shownTitle : WORDS.create}
        size={560}
        closeOnClickOutside={!made}
        closeOnEscape={!made}
      >
        {made ? (
          <ShownKey made={made} address={props.address} onClose={close} />
        ) : (
          <CreateKeyForm {...props} onMade={setMade} onClose={close} />
        )}
      </Modal>
    </>
  );
}

type FormProps = CreateKeyProps & { onMade: (made: MadeKey) => void; onClose: () => void };

function CreateKeyForm({ merchant, scopes, stores, onMade, onClose }: FormProps) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>(["usage:write"]);
  const [store, setStore] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();

  const submit = () =>
    startTransition(async () => {
      const made = await createKeyAction(merchant, { name: name.trim(), scopes: [...chosen], store });
      if (made.ok) return onMade(made.data);
      setWrong(made.error.fields ?? {});
      notifyFailed(WORDS.notCreated, made.error.message);
    });

  return (
    <form action={submit}>
      <Stack gap="md">
        <TextInput
          label={WORDS.name}
          description={WORDS.nameHelp}
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
          value={name}
          error={wrong["name"]}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ScopeChoice scopes={scopes} chosen={chosen} onChange={setChosen} wrong={wrong["scopes"]} />
        <Select
          label={WORDS.store}
          description={WORDS.storeHelp}
          placeholder={WORDS.anyStore}
          data={[...stores]}
          value={store}
          onChange={setStore}
          clearable
          searchable
          disabled={stores.length === 0}
          error={wrong["store"]}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={chosen.length === 0}>
            {WORDS.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ScopeChoiceProps = {
  scopes: readonly Scope[];
  chosen: readonly Scope[];
  onChange: (scopes: readonly Scope[]) => void;
  wrong: string | undefined;
};

/** What a key may do, in plain words. "Everything" stands for all others. */
function ScopeChoice({ scopes, chosen, onChange, wrong }: ScopeChoiceProps) {
  const all = chosen.includes("*");
  const toggle = (scope: Scope) => {
    if (scope === "*") return onChange(all ? [] : ["*"]);
    onChange(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  };
  return (
    <fieldset className="tg-scopes">
      <legend>{WORDS.scopes}</legend>
      {scopes.map((scope) => (
        <Checkbox
          key={scope}
          label={SCOPE_WORDS[scope]?.label ?? scope}
          description={SCOPE_WORDS[scope]?.does}
          checked={all || chosen.includes(scope)}
          disabled={all && scope !== "*"}
          onChange={() => toggle(scope)}
        />
      ))}
      {wrong ? <p role="alert">{wrong}</p> : null}
    </fieldset>
  );
}
