"use client";

import { Button, Menu } from "@mantine/core";
import { ChevronDown, Download, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useKey, useUrlState } from "@/components/ui";
import { WORDS } from "./words";

const ImportDialog = dynamic(async () => (await import("./import-dialog")).ImportDialog);

type PricingActionsProps = { merchant: string; mayWrite: boolean; mayTest: boolean };

/** What can be done with prices: try one, take them out, bring them in, make one. */
export function PricingActions({ merchant, mayWrite, mayTest }: PricingActionsProps) {
  const { hrefBeside, navigate } = useUrlState();
  const [importing, setImporting] = useState(false);
  const exportHref = `/m/${merchant}/usage/billing/pricing/export`;
  useKey("e", () => location.assign(exportHref));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
            {WORDS.actions.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={exportHref}
            download
            leftSection={<Download size={14} aria-hidden />}
          >
            {WORDS.actions.export}
          </Menu.Item>
          {mayWrite ? (
            <Menu.Item leftSection={<Upload size={14} aria-hidden />} onClick={() => setImporting(true)}>
              {WORDS.actions.import}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {mayTest ? (
        <Button variant="default" onClick={() => navigate(hrefBeside({ test: "1" }))}>
          {WORDS.actions.test}
        </Button>
      ) : null}
      {mayWrite ? (
        <Button onClick={() => navigate(hrefBeside({ new: "blank" }))}>{WORDS.actions.create}</Button>
      ) : null}
      {importing ? <ImportDialog merchant={merchant} onClose={() => setImporting(false)} /> : null}
    </>
  );
}
