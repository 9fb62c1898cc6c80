"use client";

import { Button, Switch } from "@mantine/core";
import type { Package, UnitPrice } from "@/lib/commerce/core";
import { ActFailure } from "../../_components/act-failure";
import { creditsIn } from "./package-draft";
import { OfferFields } from "./offer-fields";
import { type ShopChoice, SoldByFields } from "./sold-by-fields";
import { usePackageDraft, type WantedBy } from "./use-package-draft";
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
  /** The purchase a new package is made for. */
  wanted: WantedBy | null;
  mayEdit: boolean;
};

/** All of a package; what it roughly buys follows what is typed. */
export function PackageForm(props: PackageFormProps) {
  const { merchant, made, prices, connections, currency, wanted, mayEdit } = props;
  const edited = usePackageDraft({ merchant, made, currency, wanted });
  const { draft, change, failure, form, busy, close, save, remove } = edited;
  return (
    <form ref={form} action={save} className="tg-package-form">
      {wanted ? <p className="tg-shop-notice">{FORM.wantedBy(wanted.number)}</p> : null}
      <fieldset disabled={!mayEdit}>
        <OfferFields form={edited} />
        <WorthView credits={creditsIn(draft.credits)} prices={prices} />
        <SoldByFields form={edited} merchant={merchant} connections={connections} />
        <Switch
          label={FORM.enabled}
          checked={draft.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </fieldset>
      {mayEdit ? (
        <div className="tg-drawer-buttons">
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
          <ActFailure failure={failure} atFields />
        </div>
      ) : null}
    </form>
  );
}
