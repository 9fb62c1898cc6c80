"use client";

import { Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { updateRuleAction } from "./pricing-actions";
import type { RuleRow } from "./rule-row";
import { WORDS } from "./words";

type RuleSwitchProps = { merchant: string; mayWrite: boolean; rule: RuleRow };

/** Switches a rule on or off at once; what stands in the way is said, and the switch goes back. */
export function RuleSwitch({ merchant, mayWrite, rule }: RuleSwitchProps) {
  const [enabled, setEnabled] = useOptimistic(rule.enabled);
  const [, startTransition] = useTransition();
  const router = useRouter();
  const change = (next: boolean) =>
    startTransition(async () => {
      setEnabled(next);
      const saved = await updateRuleAction(merchant, { id: rule.id, changes: { enabled: next } });
      if (saved.ok) {
        notifyDone(WORDS.table.saved(next));
        router.refresh();
      } else notifyFailed(WORDS.table.switchFailed, saved.error.message);
    });
  return (
    <Switch
      size="xs"
      checked={enabled}
      disabled={!mayWrite}
      aria-label={WORDS.table.switch(`${rule.usage}, ${rule.model}`)}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}
