"use client";

import { Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState, useTransition } from "react";
import { listOffersAction } from "./offer-actions";
import type { ShopOffer } from "./shop-offers";
import type { ShopChoice } from "./sold-by-fields";
import { FORM } from "./words";

const PAUSE_MILLIS = 300;

type OfferPickerProps = { merchant: string; shop: ShopChoice; onPick: (offer: ShopOffer) => void };

/** Chooses among what the shop sells; the shop is asked once the list is opened, and again as one types. */
export function OfferPicker({ merchant, shop, onPick }: OfferPickerProps) {
  const [offers, setOffers] = useState<readonly ShopOffer[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();

  const load = (search: string) =>
    startTransition(async () => {
      const answer = await listOffersAction(merchant, { connection: shop.id, kind: shop.kind, search });
      setWrong(answer.ok ? null : answer.error.message);
      if (answer.ok) setOffers(answer.data);
    });
  const search = useDebouncedCallback(load, PAUSE_MILLIS);
  const labels = [...new Set((offers ?? []).map(({ label }) => label))];

  return (
    <Select
      label={FORM.choose}
      placeholder={shop.name}
      data={labels}
      value={null}
      onChange={(label) => {
        const offer = offers?.find((each) => each.label === label);
        if (offer) onPick(offer);
      }}
      onDropdownOpen={() => {
        if (offers === null) load("");
      }}
      {...(shop.kind === "woocommerce" ? { onSearchChange: search } : {})}
      nothingFoundMessage={busy || offers === null ? FORM.choosing : FORM.nothingToChoose}
      error={wrong}
      searchable
    />
  );
}
