import type { Ctx } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { registerOnSight } from "./register-on-sight";
import { botTable, type Feature, formTable } from "./registry.repo";
import { createFeatureInput, type CreateFeatureInput } from "./schemas";

const TABLES = { bot: botTable, form: formTable };

/** A bot or form under its module, which is registered too where it is new. Throws `conflict` when the id is taken. */
export function insertFeature(
  asker: Ctx,
  kind: keyof typeof TABLES,
  input: CreateFeatureInput,
): Promise<Feature> {
  const { id, module, name = id } = createFeatureInput.parse(input);
  const { merchantId, now } = asker;

  return withTx(asker, async (tx) => {
    const sql = sqlOf(tx);
    await registerOnSight(sql, merchantId, { modules: [module], bots: [], forms: [], stores: [], at: now });
    const row = { id, name, own: module, createdAt: now };
    const created = await TABLES[kind].insert(sql, merchantId, row);
    if (!created) throw new AppError("conflict", `There is a ${kind} with this id already.`);
    await recordAudit(tx, asker, {
      action: `${kind}.create`,
      entity: kind,
      entityId: id,
      details: { module, name },
    });
    return created;
  });
}
