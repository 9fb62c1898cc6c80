import type { Ctx } from "@/lib/access";
import { listConnections, listPurchases } from "@/lib/commerce";
import type { Need } from "./find-needs";

const MOST = 100;

/** Shops that do not reach us or that we do not reach, and purchases that wait for somebody. */
export async function commerceNeeds(asker: Ctx): Promise<Need[]> {
  const [connections, waiting] = await Promise.all([
    listConnections(asker, { limit: MOST }),
    listPurchases(asker, { state: "waiting", limit: MOST }),
  ]);
  const failing = connections.data.filter(
    ({ enabled, health }) =>
      enabled && (health.failing > 0 || health.givenUp > 0 || health.lastProblem !== null),
  );
  const needs: Need[] = [];
  if (failing.length > 0) {
    needs.push({
      ...{ code: "connection_failing", level: "critical", count: failing.length, more: false },
      names: failing.slice(0, 3).map(({ name }) => name),
      path: "/usage/billing/commerce/connections",
    });
  }
  if (waiting.data.length > 0) {
    needs.push({
      ...{ code: "purchases_waiting", level: "warning", more: waiting.nextCursor !== null },
      count: waiting.data.length,
      names: waiting.data.slice(0, 3).map(({ number }) => number),
      path: "/usage/billing/commerce/purchases?state=waiting",
    });
  }
  return needs;
}
