import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import type { Package } from "../core/package";
import { findPackages } from "./packages.repo";

const MOST_POSITION = 1_000_000;
const sortKey = z.tuple([z.int().min(0).max(MOST_POSITION), z.uuid()]);

/** The merchant's packages, disabled ones included, by position, then newest first. Throws `invalid_input` for a foreign cursor. */
export async function listPackages(ctx: Ctx, query: z.input<typeof pageQuery> = {}): Promise<Page<Package>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const after = cursor === undefined ? null : decodeCursor(cursor, sortKey);
  return pageOf(await findPackages(ctx, { limit, after }), limit, (each) => [each.position, each.id]);
}
