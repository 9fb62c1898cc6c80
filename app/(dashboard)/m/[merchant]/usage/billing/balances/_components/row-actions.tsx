"use client";

import { Group } from "@mantine/core";
import { History, PanelRight, RotateCcw } from "lucide-react";
import { StateLink, useUrlState } from "@/components/ui";
import { useResets } from "./use-resets";
import { ACTS } from "./words";

type RowActionsProps = { merchant: string; customer: string; name: string; mayReset: boolean };

const ICON = { size: 15, "aria-hidden": true } as const;

/** Details, reset of all usage, and the history of purchases and entries. */
export function RowActions({ merchant, customer, name, mayReset }: RowActionsProps) {
  const { hrefBeside } = useUrlState();
  const { ask } = useResets(merchant, { id: customer, name });
  return (
    <Group gap={2} justify="flex-end" wrap="nowrap" role="group" aria-label={ACTS.menu(name)}>
      <StateLink
        href={hrefBeside({ customer, part: null })}
        className="tg-row-action"
        aria-label={`${ACTS.details}: ${name}`}
        data-tip={ACTS.details}
      >
        <PanelRight {...ICON} />
      </StateLink>
      {mayReset ? (
        <button
          type="button"
          className="tg-row-action"
          aria-label={`${ACTS.resetAll}: ${name}`}
          data-tip={ACTS.resetAll}
          onClick={() => ask(null)}
        >
          <RotateCcw {...ICON} />
        </button>
      ) : null}
      <StateLink
        href={hrefBeside({ customer, part: "history" })}
        className="tg-row-action"
        aria-label={`${ACTS.history}: ${name}`}
        data-tip={ACTS.history}
      >
        <History {...ICON} />
      </StateLink>
    </Group>
  );
}
