"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { formatCredits } from "@/lib/kernel/format";
import { type Micros, micros } from "@/lib/kernel/micros";
import {
  EXAMPLE_TOKENS,
  explainPrice,
  NO_USAGE,
  priceUsage,
  type PricingRule,
  type TypicalUsage,
  type Usage,
  ZERO_TICKS,
} from "@/lib/pricing/core";
import { ExampleInputs } from "./example-inputs";
import { EXAMPLE } from "./form-words";
import { PriceFormula } from "./price-formula";
import { ProviderPrice } from "./provider-price";
import type { MarginFrame } from "./rule-row";

type WorkedExampleProps = {
  merchant: string;
  /** The rule as the form describes it; null while it prices nothing. */
  draft: PricingRule | null;
  typical: TypicalUsage;
  margins: MarginFrame;
};

const GOLDEN: Usage = { ...NO_USAGE, ...EXAMPLE_TOKENS, images: 1, videos: 1, milliseconds: 60_000 };

/** What one request costs under the rule, with its formula, and what a thousand typical ones would cost. */
export function WorkedExample({ merchant, draft, typical, margins }: WorkedExampleProps) {
  const [usage, setUsage] = useState(GOLDEN);
  return (
    <section className="tg-example" aria-label={EXAMPLE.title}>
      <div className="tg-example-head">
        <h3>{EXAMPLE.title}</h3>
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => setUsage(GOLDEN)}>
            {EXAMPLE.usual}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setUsage({ ...GOLDEN, ...typical.usage })}
          >
            {EXAMPLE.typical}
          </Button>
        </Group>
      </div>
      {draft ? (
        <>
          <ExampleInputs draft={draft} usage={usage} onChange={setUsage} />
          <PriceFormula why={explainPrice(inputOf(draft, usage))} />
          <Thousand draft={draft} typical={typical} />
          <ProviderPrice
            merchant={merchant}
            draft={draft}
            margins={margins}
            typical={typical.usage}
            cost={averageOf(draft, typical.usage)}
          />
        </>
      ) : (
        <p className="tg-quiet">{EXAMPLE.incomplete}</p>
      )}
    </section>
  );
}

function inputOf(rule: PricingRule, usage: Usage) {
  return { rule, usage, unpricedPolicy: "free", carryTicks: ZERO_TICKS, mode: "authorize" } as const;
}

/** Over many requests a carried fraction is paid as well. */
function averageOf(draft: PricingRule, usage: Usage): Micros {
  const rule = draft.rounding === "carry" ? { ...draft, rounding: "exact" as const } : draft;
  return priceUsage(inputOf(rule, usage)).costMicros;
}

function Thousand({ draft, typical }: { draft: PricingRule; typical: TypicalUsage }) {
  const cost = micros(averageOf(draft, typical.usage) * 1_000n);
  return (
    <p className="tg-example-thousand">
      <span>
        {EXAMPLE.thousand}{" "}
        <strong>
          {formatCredits(cost)} {EXAMPLE.credits(formatCredits(cost))}
        </strong>
      </span>
      <span className="tg-quiet">
        {draft.method === "flat" ? null : `${usageWords(draft, typical.usage)}. `}
        {typical.source === "traffic" ? EXAMPLE.from(typical.requests) : EXAMPLE.assumed}
      </span>
    </p>
  );
}

function usageWords({ method }: PricingRule, usage: Usage): string {
  switch (method) {
    case "per_image":
      return EXAMPLE.images(usage.images);
    case "per_video":
      return EXAMPLE.videos(usage.videos);
    case "per_minute":
      return EXAMPLE.minute;
    default:
      return EXAMPLE.tokens({ input: usage.inputTokens, output: usage.outputTokens });
  }
}
