"use client";

import type { KeyValue } from "@/components/ui";
import { KeyValues } from "@/components/ui";
import type { Micros } from "@/lib/kernel/micros";
import { type ListPrice, marginOf, perThousand, type PricingRule, type Usage } from "@/lib/pricing/core";
import { EXAMPLE } from "./form-words";
import type { MarginFrame } from "./rule-row";
import { useCatalogue } from "./use-catalogue";
import { WORDS } from "./words";

type ProviderPriceProps = {
  merchant: string;
  draft: PricingRule;
  margins: MarginFrame;
  typical: Usage;
  /** What a typical request costs. */
  cost: Micros;
};

/** What the provider asks for the model, and what is earned with a typical request. */
export function ProviderPrice({ merchant, draft, margins, typical, cost }: ProviderPriceProps) {
  const { provider, model } = draft;
  const found = useCatalogue(merchant, { search: model ?? "", provider: provider ?? "" });
  const price = found.find((each) => each.provider === provider && each.model === model)?.price;
  if (!price) return null;
  const dollars = (each: bigint | null) => (each === null ? "–" : `$${perThousand(each)}`);
  const items: KeyValue[] = [
    { label: EXAMPLE.list, value: EXAMPLE.listValue(dollars(price.input), dollars(price.output)) },
    { label: EXAMPLE.margin, value: marginWords(price, { margins, typical, cost }) },
  ];
  return <KeyValues items={items} />;
}

type About = { margins: MarginFrame; typical: Usage; cost: Micros };

function marginWords(price: ListPrice, { margins: { currency, worth }, typical, cost }: About): string {
  if (!worth) return WORDS.marginHelp.value;
  const margin = marginOf(price, { usage: typical, micros: cost, worth });
  if (!margin) return "–";
  const money = (amount: string) => `${amount} ${currency}`;
  return EXAMPLE.marginValue({
    share: margin.share,
    revenue: money(margin.revenue),
    cost: money(margin.cost),
  });
}
