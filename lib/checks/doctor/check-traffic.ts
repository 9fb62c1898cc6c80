import type { Ctx } from "@/lib/access";
import { type LogSummary, listLogs } from "@/lib/logs";
import { listApiKeys } from "@/lib/merchants";
import { type Check, ofCustomer, passIf } from "./check";

const DAY_MILLIS = 24 * 3_600_000;

/** The newest log, of everybody or of one customer; null when there is none. */
export async function lastLog(asker: Ctx, customer: string | null): Promise<LogSummary | null> {
  const page = await listLogs(asker, { limit: 1, ...(customer === null ? {} : { customer }) });
  return page.data[0] ?? null;
}

/** Whether usage arrives at all: is there a key for it, was it used, was anything recorded, of this customer too. */
export async function checkTraffic(asker: Ctx, customer: string | null): Promise<Check[]> {
  const [keys, last, own] = await Promise.all([
    listApiKeys(asker, { limit: 200 }),
    lastLog(asker, null),
    customer === null ? null : lastLog(asker, customer),
  ]);
  const able = keys.data.filter(({ scopes }) =>
    scopes.some((each) => each === "*" || each === "usage:write"),
  );
  const used = able.flatMap(({ lastUsedAt }) => (lastUsedAt ? [lastUsedAt] : []));
  const latest = used.reduce<Date | null>((most, at) => (most === null || at > most ? at : most), null);
  const checks: Check[] = [
    { code: "key", state: passIf(able.length > 0), facts: {}, path: "/settings/api-keys" },
    { code: "key_used", state: passIf(latest !== null), facts: instant(latest), path: "/settings/api-keys" },
    {
      code: "recorded",
      state: last === null ? "fail" : passIf(isRecent(asker, last), "warn"),
      facts: instant(last?.lastAt ?? null),
      path: "/usage/logs",
    },
  ];
  if (customer === null) return checks;
  const path = `/usage/logs?${ofCustomer(customer)}`;
  const state = own === null ? "fail" : "pass";
  return [...checks, { code: "recorded_of_them", state, facts: instant(own?.lastAt ?? null), path }];
}

function isRecent({ now }: Ctx, { lastAt }: LogSummary): boolean {
  return now.getTime() - lastAt.getTime() < DAY_MILLIS;
}

function instant(at: Date | null): Record<string, string> {
  return at === null ? {} : { at: at.toISOString() };
}
