"use client";

import { Select, TextInput } from "@mantine/core";
import { OfferPicker } from "./offer-picker";
import type { PackageDraft } from "./package-draft";
import type { ShopOffer } from "./shop-offers";
import type { PackageForm } from "./use-package-draft";
import { FORM } from "./words";

/** A shop or account to sell by. `canList`: it can be asked for its products or prices. */
export type ShopChoice = {
  readonly id: string;
  readonly name: string;
  readonly kind: "woocommerce" | "stripe";
  readonly canList: boolean;
};

type SoldByProps = { form: PackageForm; merchant: string; connections: readonly ShopChoice[] };

/** Which product or price sells it, of which shop. */
export function SoldByFields({ form, merchant, connections }: SoldByProps) {
  const { draft, change, wrong } = form;
  const shop = connections.find(({ id }) => id === draft.connection) ?? null;
  return (
    <section className="tg-package-part">
      <h3>{FORM.soldBy}</h3>
      <p className="tg-quiet">{FORM.soldByHelp}</p>
      {connections.length === 0 ? null : (
        <Select
          label={FORM.connection}
          placeholder={FORM.anyConnection}
          data={connections.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.connection}
          onChange={(connection) => change({ connection })}
          error={wrong["connection"]}
          clearable
        />
      )}
      {shop?.canList ? (
        <OfferPicker
          key={shop.id}
          merchant={merchant}
          shop={shop}
          onPick={(offer) => change(filledBy(offer, draft))}
        />
      ) : null}
      <IdFields form={form} kind={shop?.kind ?? null} />
    </section>
  );
}

/** The ids that say what sells it; those of the other kind of shop only where some were typed. */
function IdFields({
  form: { draft, change, wrong },
  kind,
}: {
  form: PackageForm;
  kind: ShopChoice["kind"] | null;
}) {
  const products = kind !== "stripe" || draft.wooProduct !== "";
  const prices = kind !== "woocommerce" || draft.stripePrice !== "";
  return (
    <>
      {products ? (
        <div className="tg-package-row">
          <TextInput
            label={FORM.product}
            description={FORM.productHelp}
            inputMode="numeric"
            value={draft.wooProduct}
            onChange={(event) => change({ wooProduct: event.currentTarget.value })}
            error={wrong["wooProduct"]}
          />
          <TextInput
            label={FORM.variation}
            description={FORM.variationHelp}
            inputMode="numeric"
            value={draft.wooVariation}
            onChange={(event) => change({ wooVariation: event.currentTarget.value })}
            error={wrong["wooVariation"]}
          />
        </div>
      ) : null}
      {prices ? (
        <TextInput
          label={FORM.stripePrice}
          description={FORM.stripePriceHelp}
          value={draft.stripePrice}
          onChange={(event) => change({ stripePrice: event.currentTarget.value })}
          error={wrong["stripePrice"]}
          spellCheck={false}
          autoComplete="off"
        />
      ) : null}
    </>
  );
}

/** What was chosen says what sells it; name and price only where nothing was typed yet. */
function filledBy(offer: ShopOffer, draft: PackageDraft): Partial<PackageDraft> {
  const { name, price, currency, wooProduct, wooVariation, stripePrice } = offer;
  return {
    ...{ wooProduct, wooVariation, stripePrice },
    ...(draft.name === "" ? { name } : {}),
    ...(draft.price === "" && price !== null ? { price, currency: currency ?? draft.currency } : {}),
  };
}
