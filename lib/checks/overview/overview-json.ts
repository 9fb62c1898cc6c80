import { creditsToString, decimalString } from "@/lib/kernel/micros";
import type { Overview, Span } from "./get-overview";

/** The overview as the HTTP API writes it. */
export function overviewJson({ running, listPrice, runningOut, needs, setup, ...overview }: Overview) {
  return {
    running: {
      lastRequestAt: running.lastRequestAt?.toISOString() ?? null,
      lastHour: Number(running.lastHour),
      capped: running.capped,
      usualHour: running.usualHour === null ? null : Number(running.usualHour),
    },
    today: spanJson(overview.today),
    week: spanJson(overview.week),
    weekBefore: spanJson(overview.weekBefore),
    listPrice: {
      dollars: listPrice.nanoDollars === null ? null : decimalString(listPrice.nanoDollars, 9),
      unknownRequests: Number(listPrice.unknownRequests),
      asOf: listPrice.asOf,
    },
    runningOut: runningOut.map(({ id, name, balance, spent, hoursLeft }) => ({
      ...{ customer: id, name, hoursLeft: Number(hoursLeft) },
      balance: creditsToString(balance),
      spent: creditsToString(spent),
    })),
    needs: needs.map((need) => ({ ...need, names: [...need.names] })),
    setup: setup.map(({ step, done }) => ({ step, done })),
  };
}

function spanJson({ requests, failures, tokens, cost }: Span) {
  return {
    requests: Number(requests),
    failures: Number(failures),
    tokens: Number(tokens),
    cost: creditsToString(cost),
  };
}
