import { startBareNext } from "./bare-next";
import { ledgerProof } from "./ledger-proof";
import { exportRow, logsRow, searchRow } from "./log-rows";
import { CONNECTIONS, load, measureTpcb, perSecond, tpcbOf } from "./measure";
import { BARE_HONO_PATH, BARE_NEXT_PATH } from "./peer-paths";
import { portalRow } from "./portal-row";
import { alternate, type Comparison, median } from "./ratio";
import type { Stage } from "./stage";

/** The rows of design.md §7 that are measured here, by the name they are asked for. */
export const ROWS = {
  usage: usageRow,
  hot: hotRow,
  pairs: pairsRow,
  batch: batchRow,
  p99: latencyRow,
  proof: proofRow,
  logs: logsRow,
  search: searchRow,
  export: exportRow,
  portal: portalRow,
} as const satisfies Record<string, (stage: Stage) => Promise<Comparison[]>>;

const BATCH_CONNECTIONS = 4;
const BATCH_EVENTS = 500;
const PER_SECOND = { usage: "requests/s", pairs: "pairs/s", batch: "events/s" } as const;

async function usageRow(stage: Stage): Promise<Comparison[]> {
  const next = await startBareNext(stage.folder);
  try {
    const [usage = [], bareNext = [], bareHono = []] = await alternate(stage.rounds, [
      () => perSecond(stage, "usage"),
      () => perSecond(stage, "bare", { url: next.url, path: BARE_NEXT_PATH }),
      () => perSecond(stage, "bare", { path: BARE_HONO_PATH }),
    ]);
    const path = `POST /usage, ${CONNECTIONS} connections, ${stage.world.wallets} wallets`;
    const ours = { name: "usage", unit: PER_SECOND.usage, values: usage };
    const peer = (name: string, values: readonly number[]) => ({ name, unit: PER_SECOND.usage, values });
    return [
      { row: "usage", path, ours, peer: peer("bare Next handler", bareNext), aim: atLeast(4), notes: [] },
      { row: "usage", path, ours, peer: peer("bare Hono handler", bareHono), aim: atLeast(0.25), notes: [] },
    ];
  } finally {
    await next.stop();
  }
}

async function hotRow(stage: Stage): Promise<Comparison[]> {
  const [hot = [], spread = []] = await alternate(stage.rounds, [
    () => perSecond(stage, "hot"),
    () => perSecond(stage, "usage"),
  ]);
  return [
    {
      row: "hot",
      path: "POST /usage, one hot wallet",
      ours: { name: "hot", unit: PER_SECOND.usage, values: hot },
      peer: { name: `${stage.world.wallets} wallets`, unit: PER_SECOND.usage, values: spread },
      aim: atLeast(0.8),
      notes: [],
    },
  ];
}

async function pairsRow(stage: Stage): Promise<Comparison[]> {
  const [pairs = [], usage = []] = await alternate(stage.rounds, [
    () => perSecond(stage, "pairs"),
    () => perSecond(stage, "usage"),
  ]);
  return [
    {
      row: "pairs",
      path: "authorize + usage",
      ours: { name: "pairs", unit: PER_SECOND.pairs, values: pairs },
      peer: { name: "usage alone", unit: PER_SECOND.usage, values: usage },
      aim: atLeast(0.45),
      notes: [],
    },
  ];
}

async function batchRow(stage: Stage): Promise<Comparison[]> {
  const tpcb = await tpcbOf(stage);
  const [events = [], tps = []] = await alternate(stage.rounds, [
    () => perSecond(stage, "batch", { connections: BATCH_CONNECTIONS, events: BATCH_EVENTS }),
    async () => (await measureTpcb(stage, tpcb)).perSecond,
  ]);
  return [
    {
      row: "batch",
      path: `POST /usage/batch of ${BATCH_EVENTS}, ${BATCH_CONNECTIONS} connections`,
      ours: { name: "batch", unit: PER_SECOND.batch, values: events },
      peer: { name: "TPC-B-like", unit: "tps", values: tps },
      aim: atLeast(10),
      notes: [`TPC-B-like: ${tpcb.description}.`],
    },
  ];
}

async function latencyRow(stage: Stage): Promise<Comparison[]> {
  const tpcb = await tpcbOf(stage);
  const [peaks = []] = await alternate(stage.rounds, [() => perSecond(stage, "authorize")]);
  const rate = Math.floor(median(peaks) / 2);
  const [ours = [], theirs = []] = await alternate(stage.rounds, [
    async () => (await load(stage, "authorize", { rate })).latency.p99,
    async () => (await measureTpcb(stage, tpcb)).p99Millis,
  ]);
  return [
    {
      row: "p99",
      path: `p99 of authorize at ${rate}/s, half of its peak`,
      ours: { name: "authorize", unit: "ms", values: ours },
      peer: { name: "TPC-B-like p99", unit: "ms", values: theirs },
      aim: { bound: "at most", ratio: 2 },
      notes: [`TPC-B-like: ${tpcb.description}.`],
    },
  ];
}

async function proofRow(stage: Stage): Promise<Comparison[]> {
  const proof = await ledgerProof(stage, () => load(stage, "batch", { connections: BATCH_CONNECTIONS }));
  const [ours = [], theirs = []] = await alternate(stage.rounds, [proof.prove, proof.scan]);
  return [
    {
      row: "proof",
      path: `ledger proof of ${proof.entries.toLocaleString("en-US")} entries`,
      ours: { name: "proof", unit: "ms", values: ours },
      peer: { name: "sequential scan", unit: "ms", values: theirs },
      aim: { bound: "at most", ratio: 3 },
      notes: [],
    },
  ];
}

function atLeast(ratio: number): Comparison["aim"] {
  return { bound: "at least", ratio };
}
