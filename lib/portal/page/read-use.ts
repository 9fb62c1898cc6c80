import type { Ctx } from "@/lib/access";
import { type Micros, micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { getCustomerUse } from "@/lib/wallets";
import type { Names } from "./page-names";
import type { PageUse } from "./page-parts";

const DAYS = 30;
const DAY_MILLIS = 86_400_000;

type Sum = { cost: Micros; requests: number };

/** What a customer's requests cost on each of the last thirty days of a zone, and in each module. */
export async function readUse(
  asker: Ctx,
  customerId: string,
  { timeZone, names }: { timeZone: string; names: Promise<Names> },
): Promise<PageUse> {
  const days = lastDays(localDay(timeZone, asker.now));
  const [from = "", to = ""] = [days[0], days.at(-1)];
  // A day more than needed: where a day begins depends on the zone, and what is outside is left out below.
  const since = new Date(asker.now.getTime() - (DAYS + 1) * DAY_MILLIS);
  const [{ rows, complete }, known] = await Promise.all([
    getCustomerUse(asker, { customerId }, { from: since, timeZone }),
    names,
  ]);
  const shown = rows.filter((row) => row.day >= from && row.day <= to);
  const byDay = addUp(shown, (row) => row.day);
  const byModule = addUp(shown, (row) => row.module ?? "");
  return {
    from,
    to,
    days: days.map((day) => ({ day, ...(byDay.get(day) ?? { cost: ZERO_MICROS, requests: 0 }) })),
    modules: [...byModule]
      .map(([id, sum]) => {
        const module = id === "" ? null : id;
        return { module, name: module === null ? null : (known.modules.get(module) ?? module), ...sum };
      })
      .sort((a, b) => (a.cost === b.cost ? b.requests - a.requests : a.cost < b.cost ? 1 : -1)),
    total: shown.reduce((sum, row) => micros(sum + row.cost), ZERO_MICROS),
    complete,
  };
}

function addUp<Row extends Sum>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const before = sums.get(keyOf(row)) ?? { cost: ZERO_MICROS, requests: 0 };
    sums.set(keyOf(row), {
      cost: micros(before.cost + row.cost),
      requests: before.requests + row.requests,
    });
  }
  return sums;
}

/** So many calendar days up to one, oldest first. */
function lastDays(to: string): string[] {
  const end = Date.parse(`${to}T00:00:00Z`);
  return Array.from({ length: DAYS }, (_, place) =>
    new Date(end - (DAYS - 1 - place) * DAY_MILLIS).toISOString().slice(0, 10),
  );
}
