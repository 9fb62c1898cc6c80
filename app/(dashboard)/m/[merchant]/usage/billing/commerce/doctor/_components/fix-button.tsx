"use client";

import { Button } from "@mantine/core";
import { LinkButton } from "@/components/ui";
import type { Fix } from "@/lib/commerce/schemas";
import { placeOf } from "../../_components/address";
import { AssignButton } from "../../_components/assign-button";
import { useAct } from "../../_components/use-act";
import { fixAction } from "./doctor-actions";
import { FIXES } from "./words";

type FixButtonProps = {
  merchant: string;
  query: string;
  fix: Fix;
  purchase: { readonly id: string; readonly number: string } | null;
  /** The buyer's address, where one was typed. */
  buyer: string | null;
};

/** What mends a condition, by one click; a choice of customer or package is asked for. */
export function FixButton({ merchant, query, fix, purchase, buyer }: FixButtonProps) {
  const { busy, act } = useAct();
  if (fix.kind === "map_product") {
    return (
      <LinkButton
        variant="default"
        size="xs"
        href={placeOf(merchant, "packages", { package: "new", purchase: fix.id })}
      >
        {FIXES.map_product}
      </LinkButton>
    );
  }
  if (fix.kind === "assign_purchase") {
    return (
      <AssignButton merchant={merchant} purchase={fix.id} number={purchase?.number ?? query} buyer={buyer} />
    );
  }
  const mend = () =>
    act({
      run: () => fixAction(merchant, { fix, query, purchase: purchase?.id ?? null }),
      done: FIXES.done,
      failed: FIXES.failed,
    });
  return (
    <Button variant="default" size="xs" loading={busy} onClick={mend}>
      {FIXES[fix.kind]}
    </Button>
  );
}
