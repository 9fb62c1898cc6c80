"use client";

import { useRouter } from "next/navigation";
import { confirm, notifyDone, notifyFailed, useUrlState } from "@/components/ui";
import { deleteRuleAction } from "./pricing-actions";
import { WORDS } from "./words";

const { remove: words } = WORDS;

/** Asks, deletes the rule, and closes what was open of it. */
export function useDeleteRule(merchant: string, { id, name }: { id: string; name: string }) {
  const router = useRouter();
  const { params, hrefBeside, navigate } = useUrlState();
  return () =>
    confirm({
      title: words.title,
      children: (
        <>
          <p>
            <strong>{name}</strong> {words.what}
          </p>
          <p>{words.stays}</p>
        </>
      ),
      confirmLabel: words.confirm,
      destructive: true,
      onConfirm: async () => {
        const deleted = await deleteRuleAction(merchant, id);
        if (!deleted.ok) return notifyFailed(words.failed, deleted.error.message);
        notifyDone(words.done);
        if (params.get("rule") === id) navigate(hrefBeside({ rule: null }), { replace: true });
        else router.refresh();
      },
    });
}
