import type { z } from "zod";
import type { Ctx } from "@/lib/access";
import { idFloor } from "@/lib/kernel/ids";
import type { ledgerQuery } from "../schemas";
import { customerIdOf, type Whose } from "../whose";
import type { Exported } from "./export.repo";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Filters = Omit<z.output<typeof ledgerQuery>, "limit" | "cursor">;

/** Which entries filters are about. Throws `not_found` for an unknown customer. */
export async function ledgerSelection(
  by: Ctx,
  whose: Whose | undefined,
  { types, from, to, actor, module, model }: Filters,
): Promise<Exported> {
  const customerId = whose === undefined ? null : await customerIdOf(by.merchantId, whose);
  return {
    merchantId: by.merchantId,
    customerId,
    below: to ? idFloor(to) : LAST_ID,
    from: from ? idFloor(from) : FIRST_ID,
    filter: {
      types: types ?? null,
      actor: actor ?? null,
      module: module ?? null,
      model: model ?? null,
    },
  };
}
