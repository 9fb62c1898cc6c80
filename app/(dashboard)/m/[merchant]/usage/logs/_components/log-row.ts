import type { LogSummary } from "@/lib/logs";
import { EVIDENCE_WORDS, LIST } from "./words";

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
  readonly role: string;
  readonly source: string;
  readonly store: string;
  readonly preview: string;
  readonly module: string;
  readonly bot: string;
  readonly provider: string;
  readonly model: string;
  readonly evidence: string;
  readonly messages: number;
  readonly tokens: bigint;
  readonly cost: bigint;
  readonly failed: boolean;
  readonly unpriced: boolean;
  readonly imported: boolean;
  readonly overdrawn: boolean;
  readonly bestScore: number | null;
};

export function toLogRow(log: LogSummary, names: Names): LogRow {
  return {
    id: log.id,
    at: log.lastAt,
    who: log.customer ? (log.customer.name ?? log.customer.externalId) : LIST.guest,
    whoId: log.customer?.externalId ?? log.guest ?? "",
    guest: log.customer === null,
    role: log.roles.join(", "),
    source: log.source ?? "",
    store: log.store === null ? "" : nameOf(names.stores, log.store),
    preview: log.preview,
    module: nameOf(names.modules, log.module),
    bot: botOf(log, names),
    provider: log.provider,
    model: log.model,
    evidence: EVIDENCE_WORDS[log.evidence] ?? log.evidence,
    messages: log.messageCount,
    tokens: log.tokens,
    cost: log.cost,
    failed: log.failed,
    unpriced: log.unpriced,
    imported: log.imported,
    overdrawn: log.overdraft > 0n,
    bestScore: log.bestScore,
  };
}

/** A form stands where a bot would: both are what of a module was used. */
function botOf({ bot, form }: LogSummary, names: Names): string {
  return bot === null ? (form ?? "") : nameOf(names.bots, bot);
}

/** What people call it; its id where nobody named it. */
export function nameOf(named: Named, id: string): string {
  return named.find((each) => each.id === id)?.name ?? id;
}
