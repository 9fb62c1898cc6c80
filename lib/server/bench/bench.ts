import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { explain } from "../failure";
import { type Comparison, judge, median, tableOf } from "./ratio";
import { ROWS } from "./rows";
import type { Stage } from "./stage";
import { openWorld } from "./world";

const FOLDER = ".bench";
const ROW_NAMES = ["usage", "hot", "pairs", "batch", "p99", "proof"] as const;
const HELP = `npm run bench -- [${ROW_NAMES.join("] [")}] [--rounds 3] [--seconds 5] [--quick] [--no-web] [--json]`;

const optionsField = z.object({
  rows: z.array(z.enum(ROW_NAMES)),
  rounds: z.coerce.number().int().min(1).max(100),
  seconds: z.coerce.number().min(1).max(600),
});

const FULL = { wallets: 10_000, tpcbScale: 50, proofEntries: 1_000_000 };
/** Shows that the harness works; its figures mean little. */
const QUICK = { wallets: 500, tpcbScale: 2, proofEntries: 20_000 };

/**
 * Measures the speed of this program on this machine, each path beside its limit in the same run. Prints a table
 * (with `--json` an object) and keeps the object in `.bench/`. Returns the exit code: a missed aim is no failure.
 */
export async function bench(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      seconds: { type: "string" },
      quick: { type: "boolean", default: false },
      "no-web": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const options = optionsField.safeParse({
    rows: positionals.length === 0 ? [...ROW_NAMES] : positionals,
    rounds: values.rounds ?? (values.quick ? 1 : 3),
    seconds: values.seconds ?? (values.quick ? 1 : 5),
  });
  if (values.help || !options.success) {
    process.stderr.write(`${HELP}\n`);
    return values.help ? 0 : 2;
  }
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const report = await measure({
    ...options.data,
    ...(values.quick ? QUICK : FULL),
    web: !values["no-web"],
    say,
  });
  mkdirSync(FOLDER, { recursive: true });
  const text = JSON.stringify(report, null, 2);
  writeFileSync(join(FOLDER, `${report.at.replaceAll(":", "-")}.json`), text);
  writeFileSync(join(FOLDER, "latest.json"), text);
  process.stdout.write(values.json ? `${text}\n` : `${report.table}\n`);
  return report.failures.length === 0 ? 0 : 1;
}

type Plan = Omit<Stage, "world" | "folder"> & {
  readonly rows: readonly (typeof ROW_NAMES)[number][];
  readonly wallets: number;
  readonly web: boolean;
};

async function measure(plan: Plan) {
  const world = await openWorld({ folder: FOLDER, ...plan });
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
