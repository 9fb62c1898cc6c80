"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { changePasswordAction } from "../actions";
import { WORDS } from "./words";

const NOTHING = { current: "", password: "" };

/** Another password for whoever has one; the old one is asked for first. */
export function PasswordForm({ merchant, email }: { merchant: string; email: string }) {
  const [values, setValues] = useState(NOTHING);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();
  const submit = () =>
    startTransition(async () => {
      const changed = await changePasswordAction(merchant, values);
      setWrong(changed.ok ? {} : (changed.error.fields ?? {}));
      if (!changed.ok) return notifyFailed(WORDS.notChanged, changed.error.message);
      setValues(NOTHING);
      notifyDone(WORDS.changed);
    });
  const fieldOf = (name: keyof typeof NOTHING) => ({
    name,
    required: true,
    withAsterisk: false,
    value: values[name],
    error: wrong[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  });
  return (
    <form className="tg-settings-group" action={submit} aria-labelledby="password-title">
      <div className="tg-settings-head">
        <h2 id="password-title">{WORDS.password}</h2>
        <p>{WORDS.passwordLine}</p>
      </div>
      {/* Tells the browser whose password to keep. */}
      <input type="hidden" name="email" value={email} autoComplete="username" />
      <PasswordInput label={WORDS.current} autoComplete="current-password" {...fieldOf("current")} />
      <PasswordInput
        label={WORDS.next}
        description={WORDS.nextHelp}
        autoComplete="new-password"
        minLength={8}
        {...fieldOf("password")}
      />
      <div>
        <Button type="submit" variant="default" loading={busy}>
          {WORDS.change}
        </Button>
      </div>
    </form>
  );
}
