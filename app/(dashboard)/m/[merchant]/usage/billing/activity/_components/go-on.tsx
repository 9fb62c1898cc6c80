"use client";

import { StateLink, useUrlState } from "@/components/ui";
import { WORDS } from "./words";

/** Goes on with a search that had looked at enough before it found anything. */
export function GoOn({ cursor }: { cursor: string }) {
  const { hrefWith } = useUrlState();
  return <StateLink href={hrefWith({ cursor })}>{WORDS.goOn}</StateLink>;
}
