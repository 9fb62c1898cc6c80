import { prisma, sqlOf, statement, type TxScope } from "@/lib/db";
import type { DaySpan } from "./activity.repo";

const RECENT_USE = statement(
  "logs_recent_use",
  `SELECT module, bot, store, sum(requests)::bigint AS requests
     FROM usage_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
    GROUP BY GROUPING SETS ((module), (bot), (store))`,
);

/** Requests by one of three; the other two are null. */
export type UseRow = {
  readonly module: string | null;
  readonly bot: string | null;
  readonly store: string | null;
  readonly requests: bigint;
};

export async function findRecentUse(scope: TxScope, { merchantId, from, to }: DaySpan): Promise<UseRow[]> {
  return sqlOf(scope.tx ?? prisma).rows<UseRow>(RECENT_USE, [merchantId, from, to]);
}
