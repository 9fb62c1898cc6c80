"use client";

import { Button, TextInput } from "@mantine/core";
import { Stethoscope } from "lucide-react";
import { useUrlState } from "@/components/ui";
import { PAGE } from "./words";

/** Asks about an order; what is asked stands in the address. */
export function AskForm({ query }: { query: string }) {
  const { set, pending } = useUrlState();
  // Uncontrolled: what is typed before the page is alive stays.
  const ask = (form: FormData) => {
    const typed = form.get("query");
    set({ query: typeof typed === "string" ? typed.trim() : null });
  };
  return (
    <form className="tg-doctor-ask" role="search" action={ask}>
      <TextInput
        label={PAGE.label}
        placeholder={PAGE.hint}
        name="query"
        defaultValue={query}
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
