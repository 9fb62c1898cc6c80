"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useActionState } from "react";
import { signInAction } from "../actions";

/** Works before any script has loaded: then it is an ordinary form. */
export function SignInForm({ next }: { next: string }) {
  const [{ email, wrong }, submit, busy] = useActionState(signInAction, { email: "", wrong: null });
  return (
    <form action={submit} className="auth-form">
      <input type="hidden" name="next" value={next} />
      {wrong === null ? null : (
        <p className="auth-wrong" role="alert">
          {wrong}
        </p>
      )}
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        defaultValue={email}
        autoComplete="username"
        autoCapitalize="none"
        required
        withAsterisk={false}
        autoFocus={wrong === null}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus={wrong !== null}
      />
      <Button type="submit" fullWidth loading={busy}>
        Sign in
      </Button>
    </form>
  );
}
