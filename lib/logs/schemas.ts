import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";
import { EVIDENCE } from "./core/evidence";
import { momentField, RANGES } from "./fields";
import { RETENTION_PERIODS } from "./core/retention";

export { EVIDENCE, RANGES };
export type { Range } from "./fields";
export { activityInput, insightInput } from "./insight/insight-input";
export type { ActivityInput } from "./insight/insight-input";
export { INSIGHT_PARTS } from "./core/insight";
export { RETENTION_PERIODS } from "./core/retention";
export type { RetentionPeriod } from "./core/retention";

/** The value of the bot filter that means "no bot". */
export const NO_BOT = "none";

/** Yes or no in a query string. */
const flagField = z.enum(["true", "false"], "must be true or false").transform((flag) => flag === "true");

/**
 * The filters of logs, the same for list, count, export and delete (design.md §4). `from` and `to` are both included;
 * `range` is another way of saying them.
 */
export const logFilters = z.strictObject({
  /** Whole words, any case, all of them in one message. */
  search: word(200).optional(),
  module: word(100).optional(),
  /** A bot's id, or "none": logs without a bot. */
  bot: word().optional(),
  store: word().optional(),
  /** The merchant's own id of the customer. */
  customer: word().optional(),
  model: word().optional(),
  provider: word(100).optional(),
  /** The weakest evidence among a log's events. */
  evidence: z.enum(EVIDENCE).optional(),
  /** Visitors without account only; "false": customers only. */
  guests: flagField.optional(),
  /** A message carries an error. */
  failed: flagField.optional(),
  /** A request that no pricing rule priced. */
  unpriced: flagField.optional(),
  /**
   * A request that cost more than balance and quota covered: the provider had done the work, so it is recorded with
   * its overdraft. A refused `authorize` writes nothing, and so has no log.
   */
  refused: flagField.optional(),
  from: momentField.optional(),
  to: momentField.optional(),
  range: z.enum(RANGES).optional(),
});
export type LogFilters = z.output<typeof logFilters>;

/** What a deletion takes: filters, or the logs by id. Without either, `all` says that every log is meant. */
export const deleteLogsInput = logFilters.extend({
  all: flagField.optional(),
  ids: z.array(z.uuid()).min(1).max(1_000).optional(),
});
export type DeleteLogsInput = z.input<typeof deleteLogsInput>;

const periodField = z.enum(RETENTION_PERIODS).nullable();

/** How long contents (messages, payloads, previews) and logs are kept; null keeps them for ever. */
export const logRetentionInput = z.strictObject({ contents: periodField, logs: periodField });
export type LogRetentionInput = z.input<typeof logRetentionInput>;

/** The columns of an export, those that it has unless it is said (mission B14) first. */
export const EXPORT_COLUMNS = [
  "id",
  "date",
  "user",
  "source",
  "module",
  "messages",
  "tokens",
  "preview",
  "conversation",
  "firstAt",
  "customer",
  "email",
  "guest",
  "roles",
  "store",
  "bot",
  "form",
  "provider",
  "model",
  "requests",
  "cost",
  "overdraft",
  "bestScore",
  "evidence",
  "failed",
  "unpriced",
  "imported",
  "contentsPrunedAt",
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
export const USUAL_COLUMNS: readonly ExportColumn[] = EXPORT_COLUMNS.slice(0, 9);

const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const columnsField = z
  .string()
  .transform((text) => text.split(","))
  .pipe(
    z
      .array(z.enum(EXPORT_COLUMNS))
      .min(1)
      .refine((columns) => new Set(columns).size === columns.length, "must not repeat a column"),
  );

/** What an export takes: the filters of the list, and how it is written. */
export const exportLogsInput = logFilters.extend({
  format: z.enum(EXPORT_FORMATS).default("csv"),
  /** Of CSV: names with commas between them. */
  columns: columnsField.optional(),
  /** Of CSV: begins with a byte order mark, by which Excel knows that it is UTF-8. */
  bom: flagField.optional(),
  /** Of JSON Lines: with messages and charges. */
  messages: flagField.optional(),
  /** Only these logs: ids with commas between them. */
  ids: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.uuid()).max(200))
    .optional(),
});
export type ExportLogsInput = z.input<typeof exportLogsInput>;

/** Latest activity first (or last), or the highest figure first, which only few enough logs can be sorted by. */
const LOG_SORTS = ["latest", "oldest", "cost", "tokens"] as const;

/** What the list of logs takes, from a query string or a page. */
export const listLogsInput = pageQuery.extend({
  ...logFilters.shape,
  sort: z.enum(LOG_SORTS).default("latest"),
});
export type ListLogsInput = z.input<typeof listLogsInput>;
