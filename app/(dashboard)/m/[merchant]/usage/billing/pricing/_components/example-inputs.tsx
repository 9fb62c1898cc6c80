"use client";

import { NumberInput, Slider } from "@mantine/core";
import type { PricingRule, Usage } from "@/lib/pricing/core";
import { EXAMPLE } from "./form-words";

type Figure = keyof typeof EXAMPLE.fields;
type ExampleInputsProps = { draft: PricingRule; usage: Usage; onChange: (usage: Usage) => void };

const MOST: Record<Figure, number> = {
  inputTokens: 8_000,
  outputTokens: 4_000,
  cachedInputTokens: 8_000,
  cacheWriteTokens: 8_000,
  reasoningTokens: 4_000,
  images: 10,
  videos: 5,
  milliseconds: 600,
};

/** The figures of the example that the rule looks at: type them, or slide. */
export function ExampleInputs({ draft, usage, onChange }: ExampleInputsProps) {
  const figures = figuresOf(draft);
  if (figures.length === 0) return null;
  return (
    <div className="tg-example-inputs">
      {figures.map((figure) => {
        const unit = figure === "milliseconds" ? 1_000 : 1;
        const set = (value: number) => onChange({ ...usage, [figure]: Math.min(value, 1e9) * unit });
        return (
          <div key={figure}>
            <NumberInput
              size="xs"
              label={EXAMPLE.fields[figure]}
              min={0}
              max={1e9}
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator=","
              hideControls
              value={usage[figure] / unit}
              onChange={(value) => set(typeof value === "number" ? value : 0)}
            />
            <Slider
              size="sm"
              label={null}
              min={0}
              max={MOST[figure]}
              step={MOST[figure] > 1_000 ? 50 : 1}
              thumbLabel={EXAMPLE.fields[figure]}
              value={Math.min(usage[figure] / unit, MOST[figure])}
              onChange={set}
            />
          </div>
        );
      })}
    </div>
  );
}

function figuresOf({ method, cachedInputRate, cacheWriteRate, reasoningRate }: PricingRule): Figure[] {
  switch (method) {
    case "per_1k_tokens":
      return [
        "inputTokens",
        "outputTokens",
        ...(cachedInputRate === null ? [] : (["cachedInputTokens"] as const)),
        ...(cacheWriteRate === null ? [] : (["cacheWriteTokens"] as const)),
        ...(reasoningRate === null ? [] : (["reasoningTokens"] as const)),
      ];
    case "per_image":
      return ["images"];
    case "per_video":
      return ["videos"];
    case "per_minute":
      return ["milliseconds"];
    case "flat":
      return [];
  }
}
