"use client";

import { useDebouncedCallback } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { Command, Find } from "./shell-model";

const PAUSE = 200;
const SHORTEST = 2;

/** What the server finds for the words typed last; answers to earlier words are thrown away. */
export function useFound(find: Find) {
  const [found, setFound] = useState<readonly Command[]>([]);
  const [searching, setSearching] = useState(false);
  const latest = useRef("");

  const ask = useDebouncedCallback(async (text: string) => {
    const answer = await find(text).catch(() => []);
    if (latest.current !== text) return;
    setFound(answer);
    setSearching(false);
  }, PAUSE);

  const search = (query: string) => {
    const text = query.trim();
    latest.current = text;
    setFound([]);
    setSearching(text.length >= SHORTEST);
    if (text.length >= SHORTEST) void ask(text);
  };
  return { found, searching, search };
}
