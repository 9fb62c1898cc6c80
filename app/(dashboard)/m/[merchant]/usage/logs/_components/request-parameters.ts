import { z } from "zod";

export type Parameter = { readonly name: string; readonly value: string };

const MOST = 24;
const LONGEST = 80;
/** What is shown elsewhere, or is the text itself. */
const NOT_PARAMETERS = new Set(["model", "messages", "prompt", "input", "instructions", "system", "user"]);

const scalar = z.union([z.string().max(LONGEST), z.number(), z.boolean()]);
const nested = z.record(z.string(), z.unknown());

/**
 * The settings a request was made with, from its stored payload: its plain values (`temperature`, `max_tokens`), one
 * level of nested ones (`reasoning.effort`), and how many entries its lists have (`tools`).
 */
export function parametersOf(request: unknown): Parameter[] {
  const payload = nested.safeParse(request);
  if (!payload.success) return [];
  return Object.entries(payload.data)
    .filter(([name]) => !NOT_PARAMETERS.has(name))
    .flatMap(([name, value]) => parametersIn(name, value))
    .slice(0, MOST);
}

function parametersIn(name: string, value: unknown): Parameter[] {
  if (Array.isArray(value)) return [{ name, value: `${value.length} given` }];
  const plain = scalar.safeParse(value);
  if (plain.success) return [{ name, value: String(plain.data) }];
  const inner = nested.safeParse(value);
  if (!inner.success) return [];
  return Object.entries(inner.data).flatMap(([key, each]) => {
    const found = scalar.safeParse(each);
    return found.success ? [{ name: `${name}.${key}`, value: String(found.data) }] : [];
  });
}
