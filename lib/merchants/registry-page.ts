import { z } from "zod";
import { cursorInstant, decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";
import type { RegistryPage } from "./registry.repo";

const sortKey = z.tuple([cursorInstant, z.string()]);

/** A page of bots or forms, of one module or of all. */
export const featureQuery = pageQuery.extend({ module: word(100).optional() });
export type FeatureQuery = z.input<typeof featureQuery>;

/** Reads one page of a registry table, newest first. Throws `invalid_input` for a cursor of another list. */
export async function registryPage<Row extends { createdAt: Date; id: string }>(
  query: { limit: number; cursor?: string | undefined; module?: string | undefined },
  read: (page: RegistryPage) => Promise<Row[]>,
): Promise<Page<Row>> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, sortKey);
  const rows = await read({ limit: query.limit, after, module: query.module ?? null });
  return pageOf(rows, query.limit, (row) => [row.createdAt, row.id]);
}
