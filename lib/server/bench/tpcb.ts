import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { LatencyHistogram } from "../traffic/latency-histogram";
import { runProgram } from "./children";
import { TPCB_TABLES, tpcbTransaction } from "./tpcb-transaction";

export type TpcbResult = { readonly perSecond: number; readonly p99Millis: number };

export type Tpcb = {
  /** How the transaction is run: pgbench, or the same statements through the driver. */
  readonly description: string;
  /** Runs the TPC-B-like transaction on 16 clients. */
  measure(seconds: number): Promise<TpcbResult>;
};

const CLIENTS = 16;

/** The yardstick of the database: pgbench's TPC-B-like transaction, through `pgbench` where it is installed. */
export async function prepareTpcb(url: string, scale: number): Promise<Tpcb> {
  const version = await runProgram("pgbench", ["--version"]).catch(() => null);
  if (version === null) return prepareWithDriver(url, scale);
  const env = { PGPASSWORD: decodeURIComponent(new URL(url).password) };
  await runProgram("pgbench", ["-i", "-q", "-s", String(scale), ...connectionOf(url)], { env });
  return {
    description: `${version.trim()}, scale ${scale}, ${CLIENTS} clients`,
    measure: (seconds) => measureWithPgbench(url, env, seconds),
  };
}

function connectionOf(url: string): string[] {
  const { hostname, port, username, pathname } = new URL(url);
  return ["-h", hostname, "-p", port || "5432", "-U", decodeURIComponent(username), pathname.slice(1)];
}

async function measureWithPgbench(
  url: string,
  env: Record<string, string>,
  seconds: number,
): Promise<TpcbResult> {
  const folder = mkdtempSync(join(tmpdir(), "tollgate-pgbench-"));
  try {
    const options = ["-n", "-c", String(CLIENTS), "-j", "2", "-T", String(Math.ceil(seconds)), "-l"];
    const output = await runProgram("pgbench", [...options, ...connectionOf(url)], { env, cwd: folder });
    return { perSecond: tpsOf(output), p99Millis: p99OfLogs(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads pgbench's own figure: "tps = 2897.123 (without initial connection time)". */
function tpsOf(output: string): number {
  const match = /^tps = ([\d.]+)/m.exec(output);
  if (!match) throw new Error(`pgbench printed no figure:\n${output}`);
  return Number(match[1]);
}

/** The third field of each line of pgbench's transaction log is the latency in microseconds. */
function p99OfLogs(folder: string): number {
  const latencies = new LatencyHistogram();
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const micros = line.split(" ")[2];
      if (micros !== undefined) latencies.record(Number(micros) / 1_000);
    }
  }
  return latencies.percentile(0.99);
}

async function prepareWithDriver(url: string, scale: number): Promise<Tpcb> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  for (const statement of TPCB_TABLES(scale)) await pool.query(statement);
  await pool.end();
  return {
    description: `pgbench is not installed: the same transaction through the pg driver, scale ${scale}, ${CLIENTS} clients`,
    measure: (seconds) => measureWithDriver(url, scale, seconds),
  };
}

async function measureWithDriver(url: string, scale: number, seconds: number): Promise<TpcbResult> {
  const latencies = new LatencyHistogram();
  const endAt = performance.now() + seconds * 1_000;
  const client = async () => {
    const connection = new pg.Client({ connectionString: url });
    await connection.connect();
    while (performance.now() < endAt) {
      const startedAt = performance.now();
      await tpcbTransaction(connection, scale);
      latencies.record(performance.now() - startedAt);
    }
    await connection.end();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { perSecond: latencies.total / seconds, p99Millis: latencies.percentile(0.99) };
}
