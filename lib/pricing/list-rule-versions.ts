import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { AppError } from "@/lib/kernel/errors";
import { findVersions, type RuleVersion } from "./pricing.repo";

const sortKey = z.tuple([z.int()]);

/**
 * Every state a rule ever had, newest first, with who made it; also of a deleted rule, because charges name its
 * versions. Throws `not_found` for a rule that never was.
 */
export async function listRuleVersions(
  ctx: Ctx,
  id: string,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<RuleVersion>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const versions = await findVersions(ctx, id, { limit, before });
  if (versions.length === 0 && before === null) {
    throw new AppError("not_found", "There is no such pricing rule.");
  }
  return pageOf(versions, limit, (version) => [version.version]);
}
