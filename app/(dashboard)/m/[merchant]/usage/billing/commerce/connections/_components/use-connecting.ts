"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyFailed } from "@/components/ui";
import type { CreateConnectionInput } from "@/lib/commerce/schemas";
import { createConnectionAction } from "./connection-actions";
import { FORM } from "./words";

type Answer = Awaited<ReturnType<typeof createConnectionAction>>;
export type Made = Extract<Answer, { ok: true }>["data"];

/** A connection while it is made: what is wrong with what was typed, and what came of it. */
export function useConnecting(merchant: string) {
  const [made, setMade] = useState<Made | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();
  const router = useRouter();

  const connect = (input: CreateConnectionInput) =>
    startTransition(async () => {
      const answer = await createConnectionAction(merchant, input);
      if (!answer.ok) {
        setWrong(answer.error.fields ?? {});
        return notifyFailed(FORM.notConnected, answer.error.message);
      }
      setMade(answer.data);
      router.refresh();
    });

  return { made, wrong, setWrong, busy, startTransition, connect };
}

/** A field that was left empty is not sent. */
export function typedOnly<Field extends string>(field: Field, typed: string) {
  const value = typed.trim();
  return value === "" ? {} : { [field]: value };
}
