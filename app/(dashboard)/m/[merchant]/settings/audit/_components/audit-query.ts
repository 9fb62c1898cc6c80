import { startOfDay } from "@/lib/kernel/start-of-day";
import type { ListAuditInput } from "@/lib/audit/schemas";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const PLAIN = ["actor", "entity", "search"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLIS = 24 * 60 * 60 * 1_000;

/** What the address asks of the trail. Days are the merchant's, both included; what is no day is not asked for. */
export function readAuditQuery(address: Params, timeZone: string): Omit<ListAuditInput, "cursor"> {
  const plain = PLAIN.flatMap((name) => {
    const value = textOf(address, name);
    return value === null ? [] : [[name, value] as const];
  });
  const from = dayOf(address, "from");
  const to = dayOf(address, "to");
  return {
    ...Object.fromEntries(plain),
    ...(from === null ? {} : { from: startOfDay(from, timeZone).toISOString() }),
    ...(to === null ? {} : { to: startOfDay(dayAfter(to), timeZone).toISOString() }),
  };
}

export function textOf(address: Params, name: string): string | null {
  const value = address[name];
  return typeof value === "string" && value !== "" ? value : null;
}

function dayOf(address: Params, name: string): string | null {
  const value = textOf(address, name);
  return value !== null && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MILLIS).toISOString().slice(0, 10);
}
