"use client";

import { useState } from "react";
import { confirm, useUrlState } from "@/components/ui";
import type { Package } from "@/lib/commerce/core";
import { placeOf } from "../../_components/address";
import { useAct, useActHere } from "../../_components/use-act";
import { createPackageAction, deletePackageAction, updatePackageAction } from "./package-actions";
import {
  badNumbers,
  creditsIn,
  draftOf,
  inputOf,
  type PackageDraft,
  type SoldProduct,
} from "./package-draft";
import { FORM } from "./words";

export type PackageForm = ReturnType<typeof usePackageDraft>;

/** The purchase that a new package is made for: one of its products is sold by none. */
export type WantedBy = { readonly purchase: string; readonly number: string; readonly sold: SoldProduct };

type Started = {
  readonly merchant: string;
  /** Null: a new one. */
  readonly made: Package | null;
  readonly currency: string;
  readonly wanted: WantedBy | null;
};

/** A package while it is edited: its fields, what is wrong with them, and saving and deleting it. */
export function usePackageDraft({ merchant, made, currency, wanted }: Started) {
  const [draft, setDraft] = useState(() => draftOf(made, currency, wanted?.sold ?? null));
  const { busy, act, failure, wrong, form, refuse } = useActHere();
  const { run } = useAct();
  const { hrefBeside, navigate } = useUrlState();

  const change = (fields: Partial<PackageDraft>) => setDraft((now) => ({ ...now, ...fields }));
  const close = () => navigate(hrefBeside({ package: null, purchase: null, line: null }), { replace: true });

  const create = () =>
    act({
      run: () => createPackageAction(merchant, { input: inputOf(draft), purchase: wanted?.purchase ?? null }),
      done: ({ booked }) => createdWords(wanted, booked),
      failed: FORM.notSaved,
      then: wanted ? () => navigate(placeOf(merchant, "purchases", { purchase: wanted.purchase })) : close,
    });

  const update = ({ id }: Package) =>
    act({
      run: () => updatePackageAction(merchant, { id, changes: inputOf(draft) }),
      done: FORM.saved,
      failed: FORM.notSaved,
      then: close,
    });

  const save = () => {
    const fields = problemsOf(draft);
    if (Object.keys(fields).length > 0) {
      return refuse({ title: FORM.notSaved, message: FORM.attention, fields });
    }
    if (made) return update(made);
    create();
  };

  const remove = () => {
    if (!made) return;
    confirm({
      title: FORM.removeAsk(made.name),
      children: FORM.removeHelp,
      confirmLabel: FORM.remove,
      destructive: true,
      onConfirm: () =>
        run({
          run: () => deletePackageAction(merchant, made.id),
          done: FORM.removed,
          failed: FORM.notRemoved,
          then: close,
        }),
    });
  };

  return { draft, wrong, failure, form, busy, change, close, save, remove };
}

/** What can be told before anything is sent. */
function problemsOf(draft: PackageDraft): Record<string, string> {
  const numbers = badNumbers(draft).map((field) => [field, FORM.badNumber] as const);
  const credits = creditsIn(draft.credits) === null ? { credits: FORM.badAmount } : {};
  return { ...credits, ...Object.fromEntries(numbers) };
}

function createdWords(wanted: WantedBy | null, booked: boolean): string {
  if (wanted === null) return FORM.created;
  return booked ? FORM.createdFor(wanted.number) : FORM.createdOnly(wanted.number);
}
