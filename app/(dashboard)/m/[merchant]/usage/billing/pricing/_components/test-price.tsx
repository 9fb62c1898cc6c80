"use client";

import { Autocomplete, Button, NumberInput, Stack } from "@mantine/core";
import { useState, useTransition } from "react";
import { Drawer } from "@/components/ui";
import type { Quote } from "@/lib/pricing";
import { EXAMPLE, TEST } from "./form-words";
import { ModelSearch } from "./model-search";
import { quoteAction } from "./pricing-actions";
import { QuoteView } from "./quote-view";
import type { Names } from "./names";

type TestPriceProps = { merchant: string; names: Names };

/** What a request would cost now, and why: over the list, at its own address. */
export function TestPrice(props: TestPriceProps) {
  return (
    <Drawer param="test" title={TEST.title} width={640}>
      <TestForm {...props} />
    </Drawer>
  );
}

const BEGINNING = {
  module: "chatbot",
  operation: "chat",
  bot: "",
  form: "",
  provider: "",
  model: "",
  inputTokens: 800,
  outputTokens: 300,
  images: 0,
  videos: 0,
};
type Asked = typeof BEGINNING;

const FIGURES = ["inputTokens", "outputTokens", "images", "videos"] as const;

function TestForm({ merchant, names }: TestPriceProps) {
  const [asked, setAsked] = useState<Asked>(BEGINNING);
  const [found, setFound] = useState<Quote | string | null>(null);
  const [busy, startTransition] = useTransition();
  const change = (patch: Partial<Asked>) => setAsked((before) => ({ ...before, ...patch }));
  const submit = () =>
    startTransition(async () => {
      const quoted = await quoteAction(merchant, requestOf(asked));
      setFound(quoted.ok ? quoted.data : wordsOf(quoted.error));
    });
  return (
    <form action={submit}>
      <Stack gap="md">
        <p className="tg-price-text">{TEST.text}</p>
        <RequestFields merchant={merchant} names={names} asked={asked} change={change} />
        <Button type="submit" loading={busy}>
          {TEST.run}
        </Button>
        {typeof found === "string" ? (
          <p role="alert" className="tg-replay-wrong">
            {TEST.failed}: {found}
          </p>
        ) : null}
        {found !== null && typeof found !== "string" ? <QuoteView quote={found} names={names} /> : null}
      </Stack>
    </form>
  );
}

type FieldsProps = TestPriceProps & { asked: Asked; change: (patch: Partial<Asked>) => void };

function RequestFields({ merchant, names, asked, change }: FieldsProps) {
  const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);
  const texts = [
    { name: "module", label: TEST.module, data: ids(names.modules) },
    { name: "operation", label: TEST.operation, data: ["chat", "form_submit", "generate", "edit", "video"] },
    { name: "bot", label: TEST.bot, data: ids(names.bots) },
    { name: "form", label: TEST.form, data: ids(names.forms) },
    { name: "provider", label: TEST.provider, data: ["openai", "anthropic", "google"] },
  ] as const;
  return (
    <div className="tg-rule-pair">
      {texts.map(({ name, label, data }) => (
        <Autocomplete
          key={name}
          label={label}
          data={[...data]}
          value={asked[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <ModelSearch
        merchant={merchant}
        provider={asked.provider}
        value={asked.model}
        error={undefined}
        onType={(model) => change({ model })}
        onChoose={({ provider, model }) => change({ provider, model })}
      />
      {FIGURES.map((figure) => (
        <NumberInput
          key={figure}
          label={EXAMPLE.fields[figure]}
          min={0}
          max={1e9}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          hideControls
          value={asked[figure]}
          onChange={(value) => change({ [figure]: typeof value === "number" ? value : 0 })}
        />
      ))}
    </div>
  );
}

function requestOf({ inputTokens, outputTokens, images, videos, ...names }: Asked) {
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    ...names,
    bot: orNull(names.bot),
    form: orNull(names.form),
    usage: { inputTokens, outputTokens, images, videos },
  };
}

function wordsOf({ message, fields }: { message: string; fields?: Record<string, string> }): string {
  const [field] = Object.entries(fields ?? {});
  return field ? field.join(" ") : message;
}
