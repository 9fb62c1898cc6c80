import type { Ctx } from "@/lib/access";
import { type Micros, micros, parseCredits, ZERO_MICROS } from "@/lib/kernel/micros";
import { type EntryRow, listLedger } from "@/lib/wallets";
import { type PageOptions, showsModule } from "../core/options";
import type { Names } from "./page-names";
import type { PageRequest } from "./page-parts";

/** Hidden modules are left out of what was read, so more is read than is shown. */
const READ_REQUESTS = 60;
const SHOWN_REQUESTS = 12;

/** A customer's newest requests in modules that the page shows, each with what it cost and who paid. */
export async function readRequests(
  asker: Ctx,
  customerId: string,
  { options, names }: { options: PageOptions; names: Promise<Names> },
): Promise<PageRequest[]> {
  const [{ data }, known] = await Promise.all([
    listLedger(asker, {
      externalId: { customerId },
      limit: READ_REQUESTS,
      types: ["usage", "quota_usage"],
    }),
    names,
  ]);
  return data
    .filter((row) => showsModule(options, row.module))
    .slice(0, SHOWN_REQUESTS)
    .map((row) => pageRequest(row, known));
}

function pageRequest(row: EntryRow, names: Names): PageRequest {
  return {
    id: row.id,
    at: row.occurredAt,
    module: row.module,
    moduleName: row.module === null ? null : (names.modules.get(row.module) ?? row.module),
    operation: row.operation,
    model: row.model,
    cost: micros(row.cost ?? 0n),
    fromBalance: micros(-row.delta),
    fromQuota: micros(row.fromQuota ?? 0n),
    uncovered: amountIn(row.references, "overdraft"),
    units: Number(row.units),
    priced: row.ruleId !== null,
  };
}

function amountIn(references: Record<string, unknown>, name: string): Micros {
  const text = references[name];
  return typeof text === "string" ? (parseCredits(text) ?? ZERO_MICROS) : ZERO_MICROS;
}
