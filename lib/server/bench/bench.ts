import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { explain } from "../failure";
import { onStopSignal } from "../on-stop-signal";
import { type Comparison, judge, median, tableOf } from "./ratio";
import { ROWS } from "./rows";
import type { Stage } from "./stage";
import { openWorld } from "./world";

const FOLDER = ".bench";
const INTERRUPTED = 130;
const ROW_NAMES = [
  "usage",
  "hot",
  "pairs",
  "batch",
  "p99",
  "proof",
  "logs",
  "search",
  "export",
  "portal",
] as const;
const HELP = `npm run bench -- [${ROW_NAMES.join("] [")}] [--rounds 3] [--seconds 5] [--quick] [--full-logs] [--no-web] [--json]`;

const optionsField = z.object({
  rows: z.array(z.enum(ROW_NAMES)),
  rounds: z.coerce.number().int().min(1).max(100),
  seconds: z.coerce.number().min(1).max(600),
  wallets: z.number(),
  tpcbScale: z.number(),
  proofEntries: z.number(),
  logs: z.object({ many: z.number(), few: z.number() }),
});

const FULL = {
  rounds: 3,
  seconds: 5,
  wallets: 10_000,
  tpcbScale: 50,
  proofEntries: 1_000_000,
  logs: { many: 200_000, few: 20_000 },
};
/** Shows that the harness works; its figures mean little. */
const QUICK = {
  rounds: 1,
  seconds: 1,
  wallets: 500,
  tpcbScale: 2,
  proofEntries: 20_000,
  logs: { many: 20_000, few: 2_000 },
};
/** The sizes of the design; making them takes some ten minutes, and as many gigabytes. */
const FULL_LOGS = { many: 5_000_000, few: 50_000 };

/**
 * Measures the speed of this program on this machine, each path beside its limit in the same run. Prints a table
 * (with `--json` an object) and keeps the object in `.bench/`. Returns the exit code: a missed aim is no failure.
 */
export async function bench(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) return 2;
  const report = await measure(options);
  mkdirSync(FOLDER, { recursive: true });
  const text = JSON.stringify(report, null, 2);
  writeFileSync(join(FOLDER, `${report.at.replaceAll(":", "-")}.json`), text);
  writeFileSync(join(FOLDER, "latest.json"), text);
  process.stdout.write(options.json ? `${text}\n` : `${report.table}\n`);
  return report.failures.length === 0 ? 0 : 1;
}

/** Null, after a line of help, when the arguments are not understood. */
function readOptions(argv: readonly string[]): (Plan & { json: boolean }) | null {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      seconds: { type: "string" },
      quick: { type: "boolean", default: false },
      "full-logs": { type: "boolean", default: false },
      "no-web": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const plain = values.quick ? QUICK : FULL;
  const size = values["full-logs"] ? { ...plain, logs: FULL_LOGS } : plain;
  const wished = optionsField.safeParse({ ...size, ...values, rows: positionals });
  if (!wished.success) {
    say(HELP);
    return null;
  }
  const { rows, ...rest } = wished.data;
  const all = rows.length === 0 ? ROW_NAMES : rows;
  return { ...rest, rows: all, web: !values["no-web"], json: values.json, say };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

type Plan = Omit<Stage, "world" | "folder"> & {
  readonly rows: readonly (typeof ROW_NAMES)[number][];
  readonly wallets: number;
  readonly web: boolean;
};

async function measure(plan: Plan) {
  const world = await openWorld({ folder: FOLDER, ...plan });
  onStopSignal(world.close, INTERRUPTED);
  const comparisons: Comparison[] = [];
  const failures: string[] = [];
  try {
    for (const row of plan.rows) {
      plan.say(`${row} …`);
      await ROWS[row]({ ...plan, world, folder: FOLDER }).then(
        (measured) => comparisons.push(...measured),
        (error: unknown) => failures.push(`${row} could not be measured: ${explain(error)}`),
      );
    }
  } finally {
    await world.close();
  }
  return {
    at: new Date().toISOString(),
    machine: machine(world.database.version),
    settings: { rounds: plan.rounds, seconds: plan.seconds, wallets: plan.wallets, webApp: plan.web },
    comparisons: comparisons.map(inFigures),
    failures,
    table: [tableOf(comparisons), ...failures].join("\n"),
  };
}

function machine(postgres: string) {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
    node: process.versions.node,
    postgres,
  };
}

function inFigures(comparison: Comparison) {
  const { ours, peer } = comparison;
  return {
    ...comparison,
    ours: { ...ours, median: median(ours.values) },
    peer: { ...peer, median: median(peer.values) },
    ...judge(comparison),
  };
}
