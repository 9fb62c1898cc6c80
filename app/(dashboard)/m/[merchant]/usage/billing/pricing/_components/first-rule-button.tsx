"use client";

import { Button } from "@mantine/core";
import { useUrlState } from "@/components/ui";
import { WORDS } from "./words";

/** Opens the form for the first rule: chats, anywhere, at the rates of the worked example. */
export function FirstRuleButton() {
  const { hrefBeside, navigate } = useUrlState();
  return <Button onClick={() => navigate(hrefBeside({ new: "first" }))}>{WORDS.empty.firstAction}</Button>;
}
