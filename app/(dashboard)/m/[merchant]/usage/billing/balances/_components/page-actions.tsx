"use client";

import { Button } from "@mantine/core";
import { Users } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { BULK } from "./words";

/** Opens on a click; the list itself needs none of it. */
const BulkDialog = dynamic(async () => (await import("./bulk-dialog")).BulkDialog);

type PageActionsProps = { merchant: string; mayGrant: boolean; today: string };

/** What can be done with many customers at once. */
export function PageActions({ merchant, mayGrant, today }: PageActionsProps) {
  const [open, setOpen] = useState(false);
  if (!mayGrant) return null;
  return (
    <>
      <Button variant="default" leftSection={<Users size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {BULK.open}
      </Button>
      {open ? <BulkDialog merchant={merchant} today={today} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
