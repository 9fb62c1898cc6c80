import pg from "pg";
import { log } from "@/lib/observe";
import { sessionUrl } from "./session-url";
import { valueTypes } from "./value-types";

/** Metered transactions share commits, so a few connections carry them all. */
const METERED_CONNECTIONS = 6;
const READ_CONNECTIONS = 16;
/** Long streams hold theirs for as long as their reader takes: they have a few of their own. */
const STREAM_CONNECTIONS = 4;
/** A new connection plans its statements anew, knowing how large the tables have become. */
const PLAN_SECONDS = 120;
const IDLE_MILLIS = 60_000;
const CONNECT_MILLIS = 10_000;

type Pools = { metered?: pg.Pool; reads?: pg.Pool; streams?: pg.Pool };

declare global {
  /** On the process, not in the module: the server and Next's bundle, and each hot reload, use the same pools. */
  var tollgatePools: Pools | undefined;
}

/** Connections on which statements are sent without waiting for the answers of earlier ones. */
export function meteredPool(): pg.Pool {
  const pools = (globalThis.tollgatePools ??= {});
  if (pools.metered) return pools.metered;
  const pool = makePool({ max: METERED_CONNECTIONS, pipeline: true, maxLifetimeSeconds: PLAN_SECONDS });
  pool.on("connect", (client) => void client.query(LOOKUPS_ONLY).catch(() => {}));
  return (pools.metered = pool);
}

/**
 * Metered statements look rows up by key, so their one right plan is known: nested loops from the keys into the
 * indexes, planned once. Left to choose, the planner walks whole tables that were small when it looked, and keeps that
 * plan while they grow. Cheap pages and dear rows make the walk look as costly as it becomes.
 */
const LOOKUPS_ONLY = `SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
  SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan; SET jit = off;
  SET random_page_cost = 0.01; SET seq_page_cost = 0.01; SET cpu_tuple_cost = 1`;

/** Connections for single statements that need no transaction. */
export function readPool(): pg.Pool {
  const pools = (globalThis.tollgatePools ??= {});
  return (pools.reads ??= makePool({ max: READ_CONNECTIONS }));
}

/** Connections for long results that are read bit by bit. */
export function streamPool(): pg.Pool {
  const pools = (globalThis.tollgatePools ??= {});
  return (pools.streams ??= makePool({ max: STREAM_CONNECTIONS }));
}

/** Waits for what is running on the pools and closes them; the next use opens new ones. */
export async function closePools(): Promise<void> {
  const { metered, reads, streams } = globalThis.tollgatePools ?? {};
  globalThis.tollgatePools = {};
  await Promise.all([metered?.end(), reads?.end(), streams?.end()]);
}

function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: sessionUrl(),
    types: valueTypes(),
    idleTimeoutMillis: IDLE_MILLIS,
    connectionTimeoutMillis: CONNECT_MILLIS,
    keepAlive: true,
    ...config,
  });
  pool.on("error", (error) => log.warn("An idle database connection was lost.", { reason: error.message }));
  // A connection that breaks while in use fails its statements; without a listener it would also end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
