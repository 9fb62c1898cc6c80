import { z } from "zod";

/** What one act changed: a name, and what stood there before and after. */
export type Change = { readonly name: string; readonly from: string | null; readonly to: string | null };

const pair = z.strictObject({ from: z.unknown(), to: z.unknown() });
const changedShape = z.object({ changed: z.record(z.string(), pair) });
const moved = z.looseObject({ from: z.unknown(), to: z.unknown() });

/**
 * The changes that the details of an event tell of, in either form that verbs write: `changed` with a pair for each
 * name, or one pair `from` and `to`. Empty when they tell of none.
 */
export function changesOf(details: unknown): Change[] {
  const many = changedShape.safeParse(details);
  if (many.success) {
    return Object.entries(many.data.changed).map(([name, { from, to }]) => change(name, from, to));
  }
  const one = moved.safeParse(details);
  const told = one.success && "from" in one.data && "to" in one.data;
  return told ? [change("value", one.data.from, one.data.to)] : [];
}

function change(name: string, from: unknown, to: unknown): Change {
  return { name, from: textOf(from), to: textOf(to) };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
