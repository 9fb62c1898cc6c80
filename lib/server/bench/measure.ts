import { z } from "zod";
import { runNode } from "./children";
import type { LoadKind, LoadSpec } from "./load/kinds";
import type { LoadResult } from "./load/run-load";
import type { Stage } from "./stage";
import { prepareTpcb, type Tpcb, type TpcbResult } from "./tpcb";
import type { World } from "./world";

export const CONNECTIONS = 64;
const WARMUP_SECONDS = 2;

const tpcbs = new WeakMap<World, Promise<Tpcb>>();

/** Two rows want the same yardstick: it is prepared once. */
export function tpcbOf({ world, tpcbScale, say }: Stage): Promise<Tpcb> {
  const known = tpcbs.get(world);
  if (known) return known;
  say(`preparing the TPC-B-like tables, scale ${tpcbScale} …`);
  const made = world.database.makeSibling("tpcb").then((url) => prepareTpcb(url, tpcbScale));
  tpcbs.set(world, made);
  return made;
}

/** One round of the yardstick, after a checkpoint. */
export async function measureTpcb(stage: Stage, tpcb: Tpcb): Promise<TpcbResult> {
  await stage.world.database.query("CHECKPOINT");
  const result = await tpcb.measure(stage.seconds);
  stage.say(`  TPC-B-like: ${result.perSecond.toFixed(0)} tps, p99 ${result.p99Millis.toFixed(1)} ms`);
  return result;
}

/** What one round of load achieved. */
export async function perSecond(stage: Stage, kind: LoadKind, more: Partial<LoadSpec> = {}): Promise<number> {
  return (await load(stage, kind, more)).perSecond;
}

const loadResult = z.custom<LoadResult>(
  (value) => typeof value === "object" && value !== null && "perSecond" in value,
);

/** One round of load from a process of its own, after a checkpoint, so that none falls into the round by chance. */
export async function load(stage: Stage, kind: LoadKind, more: Partial<LoadSpec> = {}): Promise<LoadResult> {
  const { world } = stage;
  await world.database.query("CHECKPOINT");
  const settings = {
    url: world.url,
    key: world.key,
    connections: CONNECTIONS,
    wallets: world.wallets,
    seconds: stage.seconds,
    warmup: WARMUP_SECONDS,
    ...more,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const stdout = await runNode(["--import", "tsx", "lib/server/bench/load/main.ts", kind, ...options]);
  const result = loadResult.parse(JSON.parse(stdout));
  const { p50, p99 } = result.latency;
  stage.say(
    `  ${kind}: ${result.perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
  // A figure over refused requests would mean nothing.
  if (result.failures > 0)
    throw new Error(`${result.failures} requests of ${kind} failed: ${result.firstFailure}`);
  return result;
}
