"use client";

import { Button, Group, Stack } from "@mantine/core";
import { CodeBlock } from "@/components/ui/code-block";
import { WORDS } from "./words";

export type MadeKey = { readonly key: string; readonly name: string; readonly scopes: readonly string[] };

type ShownKeyProps = { made: MadeKey; address: string; onClose: () => void };

/** The only showing of a key, with a request that proves it. */
export function ShownKey({ made, address, onClose }: ShownKeyProps) {
  return (
    <Stack gap="md">
      <p className="tg-settings-line">{WORDS.shownLine}</p>
      <CodeBlock code={made.key} title={made.name} wrap />
      <CodeBlock code={curlFor(made, address)} title={WORDS.tryIt} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{WORDS.done}</Button>
      </Group>
    </Stack>
  );
}

const QUOTE =
  '{ "customer": "42", "module": "chatbot", "operation": "chat", "provider": "openai", "model": "gpt-4o", "usage": { "inputTokens": 800, "outputTokens": 300 } }';

/** A request that changes nothing and that this key may send: a price, or a look at the settings. */
function curlFor({ key, scopes }: MadeKey, address: string): string {
  const header = `-H "Authorization: Bearer ${key}"`;
  const mayQuote = scopes.includes("*") || scopes.includes("usage:write");
  if (!mayQuote) return `curl ${address}/api/v1/settings \\\n  ${header}`;
  return `curl ${address}/api/v1/quote \\\n  ${header} \\\n  -H "Content-Type: application/json" \\\n  -d '${QUOTE}'`;
}
