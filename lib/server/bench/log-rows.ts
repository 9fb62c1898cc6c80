import pg from "pg";
import { z } from "zod";
import { migrate } from "@/lib/db/migrate";
import type { ListLogsInput } from "@/lib/logs/schemas";
import { runNode } from "./children";
import { logStatements } from "./log-data";
import { type Comparison, median } from "./ratio";
import type { Stage } from "./stage";
import type { World } from "./world";

/** Two databases that differ in how many logs they hold. */
type LogData = { readonly many: string; readonly few: string };

const filled = new WeakMap<World, Promise<LogData>>();

/** Three rows read the same logs: they are made once. */
function logDataOf(stage: Stage): Promise<LogData> {
  const known = filled.get(stage.world);
  if (known) return known;
  const made = fill(stage, "many", stage.logs.many).then(async (many) => ({
    many,
    few: await fill(stage, "few", stage.logs.few),
  }));
  filled.set(stage.world, made);
  return made;
}

async function fill(stage: Stage, name: string, logs: number): Promise<string> {
  stage.say(`  making ${logs.toLocaleString("en-US")} logs …`);
  const url = await stage.world.database.makeSibling(`logs_${name}`);
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET maintenance_work_mem = '512MB'");
    for (const statement of logStatements(logs)) await client.query(statement);
  } finally {
    await client.end();
  }
  return url;
}

const READ_LOGS = ["--import", "tsx", "lib/server/bench/read-logs.ts"];

async function readLogs(stage: Stage, url: string, argv: readonly string[]): Promise<unknown> {
  const output = await runNode([...READ_LOGS, ...argv], { ...stage.world.settings, DATABASE_URL: url });
  return JSON.parse(output);
}

const timings = z.array(z.array(z.number()));

type Asked = { readonly queries: readonly ListLogsInput[]; readonly times: number };

/** Milliseconds of each query, so many times each; the first time warms up and does not count. */
async function timesOf(stage: Stage, url: string, asked: Asked) {
  const { queries, times } = asked;
  const measured = timings.parse(
    await readLogs(stage, url, ["list", JSON.stringify(queries), String(times + 1)]),
  );
  return measured.map((values) => values.slice(1));
}

const FILTERS: readonly ListLogsInput[] = [
  {},
  { module: "chatbot" },
  { module: "automation" },
  { bot: "bot-0" },
  { bot: "none" },
  { bot: "bot-1", module: "ai_forms" },
  { store: "popup" },
  { model: "once" },
  { model: "claude-old" },
  { model: "absent" },
  { customer: "c-7" },
  { guests: "true" },
  { failed: "true" },
  { unpriced: "true" },
  { refused: "true" },
  { evidence: "estimated" },
  { range: "30d", module: "chatbot" },
  { sort: "oldest" },
];
const TIMES = 5;

/** The first page by each filter, among many logs and among few. */
export async function logsRow(stage: Stage): Promise<Comparison[]> {
  const { many, few } = await logDataOf(stage);
  const [ours, peer] = [FILTERS.map((): number[] => []), FILTERS.map((): number[] => [])];
  for (let round = 0; round < stage.rounds; round += 1) {
    const [inMany, inFew] = [
      await timesOf(stage, many, { queries: FILTERS, times: TIMES }),
      await timesOf(stage, few, { queries: FILTERS, times: TIMES }),
    ];
    for (const index of FILTERS.keys()) {
      ours[index]?.push(median(inMany[index] ?? []));
      peer[index]?.push(median(inFew[index] ?? []));
    }
  }
  return FILTERS.map((filter, index) => ({
    row: "logs",
    path: `first page, ${nameOf(filter)}, ${countOf(stage.logs.many)}`,
    ours: { name: "many", unit: "ms", values: ours[index] ?? [] },
    peer: { name: countOf(stage.logs.few), unit: "ms", values: peer[index] ?? [] },
    aim: { bound: "at most", ratio: 1.5 },
    notes: [],
  }));
}

function nameOf(filter: ListLogsInput): string {
  const parts = Object.entries(filter).map(([name, value]) => `${name} ${String(value)}`);
  return parts.length === 0 ? "no filter" : parts.join(" and ");
}

function countOf(logs: number): string {
  return `${logs.toLocaleString("en-US")} logs`;
}

/** Words from one in three messages to one in thousands, one of ten messages, and none. */
const WORDS = ["w0", "w3", "w25", "w100", "w500", "w2000", "w9000", "w19990"];
const SEARCHES = [...WORDS, "w1 w0", "w17 w23", "order 7", "absent"];
const SEARCHED: Asked = { queries: SEARCHES.map((search) => ({ search })), times: 10 };
const MOST_SEARCH_MILLIS = 300;

/** The 95th percentile of text searches, among many logs and among few. */
export async function searchRow(stage: Stage): Promise<Comparison[]> {
  const { many, few } = await logDataOf(stage);
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let round = 0; round < stage.rounds; round += 1) {
    ours.push(percentile95((await timesOf(stage, many, SEARCHED)).flat()));
    peer.push(percentile95((await timesOf(stage, few, SEARCHED)).flat()));
  }
  const inTime = median(ours) < MOST_SEARCH_MILLIS ? "is" : "is NOT";
  return [
    {
      row: "search",
      path: `text search p95, ${countOf(stage.logs.many)}`,
      ours: { name: "many", unit: "ms", values: ours },
      peer: { name: countOf(stage.logs.few), unit: "ms", values: peer },
      aim: { bound: "at most", ratio: 4 },
      notes: [`p95 ${inTime} under ${MOST_SEARCH_MILLIS} ms.`],
    },
  ];
}

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

const exported = z.object({
  rows: z.number(),
  milliseconds: z.number(),
  early: z.number(),
  peak: z.number(),
});

/** The rows of the usual export, as PostgreSQL writes them by itself. */
const COPY = `COPY (SELECT l.id, l.last_at, coalesce(c.name, c.external_id, g.key), l.source, l.module,
    l.message_count, l.tokens, l.preview, l.conversation_id
  FROM logs l LEFT JOIN customers c ON c.merchant_id = l.merchant_id AND c.id = l.customer_id
  LEFT JOIN guests g ON g.merchant_id = l.merchant_id AND g.id = l.guest_id
  ORDER BY l.last_at DESC, l.id DESC) TO STDOUT (FORMAT csv)`;

/** All logs as CSV through the product's verb, beside PostgreSQL's own copy of the same query. */
export async function exportRow(stage: Stage): Promise<Comparison[]> {
  const { many } = await logDataOf(stage);
  const { many: logs } = stage.logs;
  const [ours, peer, notes]: [number[], number[], string[]] = [[], [], []];
  for (let round = 0; round < stage.rounds; round += 1) {
    const { rows, milliseconds, early, peak } = exported.parse(
      await readLogs(stage, many, ["export", String(logs)]),
    );
    ours.push((rows / milliseconds) * 1_000);
    peer.push((logs / (await copyMillis(many))) * 1_000);
    notes.push(`memory ${early.toFixed(0)} MB after a tenth of the rows, ${peak.toFixed(0)} MB at most.`);
  }
  const unit = "rows/s";
  return [
    {
      row: "export",
      path: `CSV export of ${countOf(logs)}`,
      ours: { name: "export", unit, values: ours },
      peer: { name: "COPY TO STDOUT", unit, values: peer },
      aim: { bound: "at least", ratio: 0.5 },
      notes,
    },
  ];
}

async function copyMillis(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const startedAt = performance.now();
    await client.query(COPY);
    return performance.now() - startedAt;
  } finally {
    await client.end();
  }
}
