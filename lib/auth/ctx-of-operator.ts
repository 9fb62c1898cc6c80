import { type Ctx, PERMISSIONS } from "@/lib/access";
import { readSql } from "@/lib/db";
import { loadSettingsBySlug } from "@/lib/merchants";

/** The operator of this installation, who has its shell and so may do everything. */
export const OPERATOR = { kind: "system", id: "system", label: "Operator" } as const;

/** The operator acting for one merchant, named by its slug. Throws `not_found`. */
export async function ctxOfOperator(slug: string, now: Date): Promise<Ctx> {
  const { id } = await loadSettingsBySlug(readSql(), slug);
  return { merchantId: id, actor: OPERATOR, permissions: new Set(PERMISSIONS), storeId: null, now };
}
