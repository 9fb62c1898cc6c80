/**
 * Reads logs through the product's own verbs, in a process of its own. `list QUERIES TIMES` prints the milliseconds
 * of each of the queries (JSON), each asked so often; `export` prints how long all logs take as CSV, and the memory.
 */
import { type Ctx, permissionsOfRole } from "@/lib/access";
import { closeDatabase } from "@/lib/db";
import { exportLogs, listLogs } from "@/lib/logs";
import type { ListLogsInput } from "@/lib/logs/schemas";
import { LOG_MERCHANT } from "./log-data";

const MEGABYTE = 1_048_576;

const ctx: Ctx = {
  merchantId: LOG_MERCHANT,
  actor: { kind: "system", id: "system", label: "bench" },
  permissions: permissionsOfRole("analyst"),
  storeId: null,
  now: new Date(),
};

async function millisOf(query: ListLogsInput): Promise<number> {
  const startedAt = performance.now();
  await listLogs(ctx, query);
  return performance.now() - startedAt;
}

async function list(queries: readonly ListLogsInput[], times: number): Promise<number[][]> {
  const measured: number[][] = queries.map(() => []);
  for (let round = 0; round < times; round += 1) {
    for (const [index, query] of queries.entries()) measured[index]?.push(await millisOf(query));
  }
  return measured;
}

/** `early` is the most memory that the first tenth took: what more comes later is what grows. */
async function exportAll(expected: number) {
  const startedAt = performance.now();
  const { pieces } = await exportLogs(ctx, {});
  let [rows, early, peak] = [0, 0, 0];
  for await (const piece of pieces) {
    rows += piece.rows;
    peak = Math.max(peak, process.memoryUsage.rss() / MEGABYTE);
    if (rows <= expected / 10) early = peak;
  }
  return { rows, milliseconds: performance.now() - startedAt, early, peak };
}

const [way, first = "", second = ""] = process.argv.slice(2);
await millisOf({ limit: 1 }); // connects, and loads what the first read alone would pay for
const result =
  way === "export" ? await exportAll(Number(first)) : await list(JSON.parse(first), Number(second));
process.stdout.write(JSON.stringify(result));
await closeDatabase();
