import { z } from "zod";
import type { Json } from "@/components/ui";

const json = z.json();

/** A value from a JSON column as JSON; null when there is none. */
export function jsonOf(value: unknown): Json | null {
  const parsed = json.safeParse(value);
  return parsed.success ? parsed.data : null;
}
