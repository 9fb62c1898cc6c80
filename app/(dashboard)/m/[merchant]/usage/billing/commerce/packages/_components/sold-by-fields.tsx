"use client";

import { Select, TextInput } from "@mantine/core";
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
export function SoldByFields({ form, connections }: SoldByProps) {
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
      {shop?.kind === "stripe" && draft.wooProduct === "" ? null : (
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
      )}
      {shop?.kind === "woocommerce" && draft.stripePrice === "" ? null : (
        <TextInput
          label={FORM.stripePrice}
          description={FORM.stripePriceHelp}
          value={draft.stripePrice}
          onChange={(event) => change({ stripePrice: event.currentTarget.value })}
          error={wrong["stripePrice"]}
          spellCheck={false}
          autoComplete="off"
        />
      )}
    </section>
  );
}
