import type { Sql } from "@/lib/db";
import { ENTRY_TYPES } from "../core";
import type { EntryRow } from "../wallets-read.repo";
import { type EntryFilter, lookAtEntries, type Path, type Seen } from "./entries.repo";

export type Search = {
  readonly merchantId: string;
  readonly customerId: string | null;
  /** Ids below this one only. */
  readonly below: string;
  /** Ids from this one on only. */
  readonly from: string;
  readonly filter: EntryFilter;
  readonly limit: number;
};

/** What was found; `rest` is where a search goes on that had looked at enough before it found enough. */
export type Found = { readonly rows: EntryRow[]; readonly rest: string | null };

/** How many entries a page looks at, round by round: few where they are dense, 100,000 at most. */
const ROUNDS = [2_000, 18_000, 40_000, 40_000] as const;

/** Those who never use anything: what they do is an entry of another type. */
const ACTORS_OF_ACTS = ["member", "api_key", "webhook", "system"];
const ACTS = ENTRY_TYPES.filter((type) => type !== "usage" && type !== "quota_usage");

/**
 * Finds the newest entries that match, one more than the limit where there are. Each search goes along an index in the
 * order of the ids; what is no usage has indexes of its own, so that it is found without passing all usage. A search
 * for something rare among usage stops after 100,000 entries and says where it goes on.
 */
export async function searchEntries(sql: Sql, search: Search): Promise<Found> {
  const paths = pathsOf(search);
  const dense = paths.length === 1 && isWhole(search);
  const rows: EntryRow[] = [];
  let below = search.below;
  for (const round of ROUNDS) {
    const take = search.limit + 1 - rows.length;
    const look = dense ? take : round;
    const { merchantId, from, filter } = search;
    const seen = await Promise.all(
      paths.map((path) => lookAtEntries(sql, { merchantId, below, from, filter, path, look, take })),
    );
    const horizon = horizonOf(seen, { look, take });
    rows.push(...merged(seen, horizon).slice(0, take));
    if (rows.length > search.limit || horizon === null) return { rows, rest: null };
    below = horizon;
  }
  return { rows, rest: below };
}

/** The ways that together lead to all that can match. */
function pathsOf({ customerId, filter: { types, actor } }: Search): Path[] {
  const wanted = types ?? (actor !== null && ACTORS_OF_ACTS.includes(actor) ? ACTS : ENTRY_TYPES);
  const onlyActs = !wanted.some((type) => type === "usage" || type === "quota_usage");
  if (customerId !== null) return [{ way: onlyActs ? "acts_of_customer" : "customer", along: customerId }];
  if (onlyActs) return wanted.map((type) => ({ way: "acts", along: type }));
  return [{ way: "all", along: null }];
}

/** Whether every entry along the way matches. */
function isWhole({ customerId, filter }: Search): boolean {
  const { types, actor, module, model } = filter;
  if (actor !== null || module !== null || model !== null) return false;
  return (
    types === null ||
    (customerId === null && types.length === 1 && types[0] !== "usage" && types[0] !== "quota_usage")
  );
}

/** Down to which entry all ways were looked at; null: to their end. */
function horizonOf(seen: readonly Seen[], { look, take }: { look: number; take: number }): string | null {
  const ends = seen.flatMap(({ rows, looked, lastId }) => {
    if (rows.length >= take) return [rows.at(-1)?.id ?? ""];
    return looked >= look && lastId !== null ? [lastId] : [];
  });
  return ends.reduce<string | null>(
    (highest, end) => (highest === null || end > highest ? end : highest),
    null,
  );
}

/** What all ways found, newest first, as far down as all of them were looked at. */
function merged(seen: readonly Seen[], horizon: string | null): EntryRow[] {
  return seen
    .flatMap(({ rows }) => rows)
    .filter((row) => horizon === null || row.id >= horizon)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}
