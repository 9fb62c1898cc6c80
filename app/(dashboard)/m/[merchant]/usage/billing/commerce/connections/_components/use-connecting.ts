"use client";

import { useState } from "react";
import type { CreateConnectionInput } from "@/lib/commerce/schemas";
import { useActHere } from "../../_components/use-act";
import { createConnectionAction } from "./connection-actions";
import { FORM } from "./words";

type Answer = Awaited<ReturnType<typeof createConnectionAction>>;
export type Made = Extract<Answer, { ok: true }>["data"];

/** A connection while it is made: what is wrong with what was typed, and what came of it. */
export function useConnecting(merchant: string) {
  const [made, setMade] = useState<Made | null>(null);
  const { busy, act, failure, wrong, form } = useActHere();

  const connect = (input: CreateConnectionInput) =>
    act({
      run: () => createConnectionAction(merchant, input),
      failed: FORM.notConnected,
      then: setMade,
    });

  return { made, busy, act, failure, wrong, form, connect };
}

/** A field that was left empty is not sent. */
export function typedOnly<Field extends string>(field: Field, typed: string) {
  const value = typed.trim();
  return value === "" ? {} : { [field]: value };
}
