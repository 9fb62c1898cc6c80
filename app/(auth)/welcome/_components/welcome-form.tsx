"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useActionState } from "react";
import { welcomeAction } from "../actions";

type WelcomeFormProps = { token: string; email: string; name: string };

export function WelcomeForm({ token, email, name: known }: WelcomeFormProps) {
  const [{ name, wrong }, submit, busy] = useActionState(welcomeAction, { name: known, wrong: null });
  return (
    <form action={submit} className="auth-form">
      <input type="hidden" name="token" value={token} />
      {/* Tells the browser under which name to keep the password. */}
      <input type="hidden" name="email" value={email} autoComplete="username" />
      {wrong === null ? null : (
        <p className="auth-wrong" role="alert">
          {wrong}
        </p>
      )}
      <TextInput label="Your name" name="name" defaultValue={name} autoComplete="name" autoFocus />
      <PasswordInput
        label="Password"
        description="At least 8 characters. Long is what makes it strong."
        name="password"
        autoComplete="new-password"
        minLength={8}
        required
        withAsterisk={false}
      />
      <Button type="submit" fullWidth loading={busy}>
        Set password and sign in
      </Button>
    </form>
  );
}
