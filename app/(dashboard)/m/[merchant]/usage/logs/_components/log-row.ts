import type { LogSummary } from "@/lib/logs";

type Named = readonly { readonly id: string; readonly name: string }[];

/** Names of what logs know by id. */
export type Names = { readonly modules: Named; readonly bots: Named; readonly stores: Named };

/** A log as a row of the table: plain values, named for people. */
export type LogRow = {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  /** The merchant's id of the customer, or the session of a guest. */
  readonly whoId: string;
  readonly guest: boolean;
  readonly preview: string;
  readonly module: string;
  readonly bot: string | null;
  readonly provider: string;
  readonly model: string;
  readonly messages: number;
  readonly tokens: bigint;
  readonly cost: bigint;
  readonly failed: boolean;
  readonly unpriced: boolean;
  readonly bestScore: number | null;
};

export function toLogRow(log: LogSummary, names: Names): LogRow {
  return {
    id: log.id,
    at: log.lastAt,
    who: log.customer ? (log.customer.name ?? log.customer.externalId) : "Guest",
    whoId: log.customer?.externalId ?? log.guest ?? "",
    guest: log.customer === null,
    preview: log.preview,
    module: nameOf(names.modules, log.module),
    bot: log.bot === null ? null : nameOf(names.bots, log.bot),
    provider: log.provider,
    model: log.model,
    messages: log.messageCount,
    tokens: log.tokens,
    cost: log.cost,
    failed: log.failed,
    unpriced: log.unpriced,
    bestScore: log.bestScore,
  };
}

/** What people call it; its id where nobody named it. */
export function nameOf(named: Named, id: string): string {
  return named.find((each) => each.id === id)?.name ?? id;
}
