import { RANGES, type Range } from "@/lib/logs/schemas";
import { BALANCE_ORDERS, BALANCE_STATES, type BalanceOrder } from "@/lib/wallets/schemas";

/** What the list is sorted by when the address says nothing. */
export const USUAL_ORDER: BalanceOrder = "-used";
export const USUAL_RANGE: Range = "30d";

export type Params = Readonly<Record<string, string | string[] | undefined>>;

export type BalancesQuery = {
  readonly search: string | undefined;
  readonly sort: BalanceOrder;
  readonly state: (typeof BALANCE_STATES)[number] | undefined;
  readonly cursor: string | undefined;
};

/** Reads the state of the list from the address. What does not parse counts as not given. */
export function readBalancesQuery(params: Params): BalancesQuery {
  return {
    search: textOf(params, "search")?.slice(0, 200),
    sort: BALANCE_ORDERS.find((each) => each === params["sort"]) ?? USUAL_ORDER,
    state: BALANCE_STATES.find((each) => each === params["state"]),
    cursor: textOf(params, "cursor"),
  };
}

export function readRange(params: Params): Range {
  return RANGES.find((each) => each === params["range"]) ?? USUAL_RANGE;
}

/** A parameter given once and not empty. */
export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
