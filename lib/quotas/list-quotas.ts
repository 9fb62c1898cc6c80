import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import type { QuotaDefinition } from "./core/definition";
import { findQuotas } from "./quotas.repo";
import { type ListQuotasInput, listQuotasInput } from "./schemas";

const sortKey = z.tuple([z.uuid()]);

/** The merchant's quotas that the filters leave, disabled ones included, newest first. Throws `invalid_input` for a foreign cursor. */
export async function listQuotas(ctx: Ctx, query: ListQuotasInput = {}): Promise<Page<QuotaDefinition>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, module = null, audience = null } = listQuotasInput.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  return pageOf(await findQuotas(ctx, { limit, before }, { module, audience }), limit, (quota) => [quota.id]);
}
