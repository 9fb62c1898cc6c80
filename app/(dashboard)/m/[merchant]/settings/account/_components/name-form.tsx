"use client";

import { Button, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { changeNameAction } from "../actions";
import { WORDS } from "./words";

type NameFormProps = { merchant: string; name: string; email: string };

export function NameForm({ merchant, name: known, email }: NameFormProps) {
  const [name, setName] = useState(known);
  const [busy, startTransition] = useTransition();
  const submit = () =>
    startTransition(async () => {
      const saved = await changeNameAction(merchant, { name: name.trim() });
      if (saved.ok) notifyDone(WORDS.nameSaved);
      else notifyFailed(WORDS.notSaved, saved.error.message);
    });
  return (
    <form className="tg-settings-group" action={submit} aria-labelledby="who-title">
      <h2 id="who-title">{WORDS.who}</h2>
      <TextInput
        label={WORDS.name}
        description={WORDS.nameHelp}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput label={WORDS.email} value={email} readOnly />
      <div>
        <Button type="submit" variant="default" loading={busy} disabled={name.trim() === known}>
          {WORDS.saveName}
        </Button>
      </div>
    </form>
  );
}
