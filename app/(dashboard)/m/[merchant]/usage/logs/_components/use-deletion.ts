"use client";

import { useState } from "react";
import type { LogFilterValues } from "./log-action-filters";
import { countDeletableAction } from "./log-actions";

/** Which logs: those that match, or those that were selected. */
export type DeleteScope = { readonly filters: LogFilterValues } | { readonly ids: readonly string[] };

/** What a deletion would take, as far as it has been counted. */
export type Deletion = {
  readonly scope: DeleteScope;
  readonly count: number | null;
  readonly wrong: string | null;
};

/** Opens the dialog that deletes: the logs are counted while it opens. */
export function useDeletion(merchant: string) {
  const [deletion, setDeletion] = useState<Deletion | null>(null);

  async function ask(scope: DeleteScope) {
    setDeletion({ scope, count: null, wrong: null });
    const counted = await countDeletableAction(merchant, deleteInput(scope));
    const found = counted.ok
      ? { count: counted.data, wrong: null }
      : { count: null, wrong: counted.error.message };
    setDeletion((open) => (open?.scope === scope ? { scope, ...found } : open));
  }

  return { deletion, ask, close: () => setDeletion(null) };
}

/** What the deletion is asked with. Nothing that narrows means every log, and says so. */
export function deleteInput(scope: DeleteScope) {
  if ("ids" in scope) return { ids: [...scope.ids] };
  return Object.keys(scope.filters).length === 0 ? { all: "true" as const } : scope.filters;
}
