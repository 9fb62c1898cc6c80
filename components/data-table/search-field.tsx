"use client";

import { Kbd } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useRef, useState } from "react";
import { useKey } from "@/components/ui/hotkeys";
import { useUrlState } from "@/components/ui/navigation";

const PAUSE = 250;

type SearchFieldProps = {
  /** What it searches: "Search logs". */
  label: string;
  param?: string;
};

/** Search as you type, kept in the address. `/` goes to it, Escape empties it. */
export function SearchField({ label, param = "search" }: SearchFieldProps) {
  const { params, set } = useUrlState();
  const input = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback(
    (text: string) => set({ [param]: text.trim() }, { replace: true }),
    PAUSE,
  );
  useKey("/", () => input.current?.select());

  // A search set from elsewhere (Clear, Back) takes the field over; one being typed is left alone.
  const given = params.get(param) ?? "";
  const [text, setText] = useState(given);
  const [seen, setSeen] = useState(given);
  const [typing, setTyping] = useState(false);
  if (given !== seen) {
    setSeen(given);
    if (!typing) setText(given);
  }

  return (
    <div className="tg-search">
      <Search size={14} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <Kbd aria-hidden>/</Kbd>
    </div>
  );
}
