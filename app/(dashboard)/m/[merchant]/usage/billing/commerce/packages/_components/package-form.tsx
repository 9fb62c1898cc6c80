"use client";

import { Button, Switch } from "@mantine/core";
import type { Package, UnitPrice } from "@/lib/commerce/core";
import { creditsIn } from "./package-draft";
import { OfferFields } from "./offer-fields";
import { type ShopChoice, SoldByFields } from "./sold-by-fields";
import { usePackageDraft } from "./use-package-draft";
import { WorthView } from "./worth-view";
import { FORM } from "./words";

type PackageFormProps = {
  merchant: string;
  /** Null: a new one. */
  made: Package | null;
  /** What one request of each kind costs now. */
  prices: readonly UnitPrice[];
  connections: readonly ShopChoice[];
  currency: string;
  mayEdit: boolean;
};

/** All of a package; what it roughly buys follows what is typed. */
export function PackageForm({ merchant, made, prices, connections, currency, mayEdit }: PackageFormProps) {
  const form = usePackageDraft(merchant, made, currency);
  const { draft, change, busy, close, save, remove } = form;
  return (
    <form action={save} className="tg-package-form">
      <fieldset disabled={!mayEdit}>
        <OfferFields form={form} />
        <WorthView credits={creditsIn(draft.credits)} prices={prices} />
        <SoldByFields form={form} merchant={merchant} connections={connections} />
        <Switch
          label={FORM.enabled}
          checked={draft.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </fieldset>
      {mayEdit ? (
        <div className="tg-package-buttons">
          {made ? (
            <Button variant="default" onClick={remove}>
              {FORM.remove}
            </Button>
          ) : (
            <span />
          )}
          <Button variant="default" onClick={close}>
            {FORM.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {made ? FORM.save : FORM.create}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
