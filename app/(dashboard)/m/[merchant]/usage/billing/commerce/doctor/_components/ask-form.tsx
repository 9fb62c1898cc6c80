"use client";

import { Button, TextInput } from "@mantine/core";
import { Stethoscope } from "lucide-react";
import { useState } from "react";
import { useUrlState } from "@/components/ui";
import { PAGE } from "./words";

/** Asks about an order; what is asked stands in the address. */
export function AskForm({ query }: { query: string }) {
  const [typed, setTyped] = useState(query);
  const { set, pending } = useUrlState();
  return (
    <form className="tg-doctor-ask" role="search" action={() => set({ query: typed.trim() || null })}>
      <TextInput
        label={PAGE.label}
        placeholder={PAGE.hint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={320}
        autoComplete="off"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <Button type="submit" leftSection={<Stethoscope size={14} aria-hidden />} loading={pending}>
        {PAGE.ask}
      </Button>
    </form>
  );
}
