"use client";

import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useRef } from "react";
import { useKey } from "@/components/ui";
import { WORDS } from "./words";

type ExportLinkProps = {
  merchant: string;
  begin: Date;
  end: Date;
  filters: {
    readonly types?: readonly string[];
    readonly actor?: string;
    readonly module?: string;
    readonly model?: string;
    readonly externalId?: string;
  };
};

/** The entries that match as a file; `e` takes it too. */
export function ExportLink({ merchant, begin, end, filters }: ExportLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useKey("e", () => link.current?.click());
  const { types = [], externalId, ...texts } = filters;
  const query = new URLSearchParams({ ...texts, from: begin.toISOString(), to: end.toISOString() });
  for (const type of types) query.append("type", type);
  if (externalId !== undefined) query.set("customer", externalId);
  return (
    <Button
      component="a"
      ref={link}
      href={`/m/${merchant}/usage/billing/activity/export?${query}`}
      download
      variant="default"
      size="compact-md"
      leftSection={<Download size={14} aria-hidden />}
      data-tip={WORDS.exportTip}
    >
      {WORDS.export}
    </Button>
  );
}
