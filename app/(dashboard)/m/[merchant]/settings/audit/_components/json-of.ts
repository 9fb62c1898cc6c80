import { z } from "zod";
import type { Json } from "@/components/ui";

/** Details as plain JSON, which is what they were stored as. */
export function jsonOf(details: unknown): Json {
  const parsed = z.json().safeParse(details);
  return parsed.success ? parsed.data : null;
}
