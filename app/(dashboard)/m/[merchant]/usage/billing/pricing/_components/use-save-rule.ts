"use client";

import { useState, useTransition } from "react";
import { notifyDone, notifyFailed, useUrlState } from "@/components/ui";
import type { inputOf } from "./form-state";
import { FORM } from "./form-words";
import { createRuleAction, updateRuleAction } from "./pricing-actions";

/** Saves a rule and closes its form; what is wrong stays beside its field, a tie is told. */
export function useSaveRule({ merchant, rule }: { merchant: string; rule: string | null }) {
  const [busy, startTransition] = useTransition();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const { hrefBeside, navigate } = useUrlState();
  const save = (input: ReturnType<typeof inputOf>, reason: string) =>
    startTransition(async () => {
      const changes = { ...input, reason };
      const saved = rule
        ? await updateRuleAction(merchant, { id: rule, changes })
        : await createRuleAction(merchant, changes);
      if (!saved.ok) {
        setFields(saved.error.fields ?? {});
        notifyFailed(FORM.failed, saved.error.message);
        return;
      }
      notifyDone(rule ? FORM.saved : FORM.created);
      navigate(hrefBeside({ rule: null, new: null }));
    });
  return { busy, fields, save };
}
