"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import { VIEWS } from "./words";

type ViewNameFormProps = {
  given: string;
  /** Sends the name; what is wrong with it, or null. */
  send: (name: string) => Promise<string | null>;
};

const LONGEST = 60;

/** Asks for the name of a view. */
export function ViewNameForm({ given, send }: ViewNameFormProps) {
  const [name, setName] = useState(given);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const submit = () => startTransition(async () => setWrong(await send(name)));
  return (
    <form action={submit}>
      <Stack gap="md">
        <TextInput
          label={VIEWS.name}
          description={VIEWS.nameWhy}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wrong}
          maxLength={LONGEST}
          autoComplete="off"
          data-autofocus
          required
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {VIEWS.saveConfirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
