import { z } from "zod";
import { runNode } from "./children";
import type { Stage } from "./stage";

export type MeasuredProof = {
  readonly entries: number;
  /** Milliseconds of one proof of all wallets, inside the process that makes it. */
  prove(): Promise<number>;
  /** Milliseconds of one sequential scan that sums the same rows. */
  scan(): Promise<number>;
};

const provedLine = z.object({ ok: z.boolean(), entries: z.number(), milliseconds: z.number() });

/** Fills the ledger to the wanted number of entries by real usage, then measures proving against summing. */
export async function ledgerProof(stage: Stage, record: () => Promise<unknown>): Promise<MeasuredProof> {
  const { database } = stage.world;
  while ((await countEntries(stage)) < stage.proofEntries) await record();
  await database.query("VACUUM (ANALYZE) ledger_entries");
  return {
    entries: await countEntries(stage),
    async prove() {
      const stdout = await runNode(["--import", "tsx", "lib/server/bench/prove.ts"], {
        ...stage.world.settings,
      });
      const proved = provedLine.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
      if (!proved.ok) throw new Error("The ledger proof is broken: see `tollgate verify`.");
      stage.say(`  proof: ${proved.milliseconds.toFixed(0)} ms`);
      return proved.milliseconds;
    },
    async scan() {
      await database.query(
        "SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off",
      );
      const startedAt = performance.now();
      await database.query("SELECT sum(delta_micros) FROM ledger_entries");
      const milliseconds = performance.now() - startedAt;
      stage.say(`  scan: ${milliseconds.toFixed(0)} ms`);
      return milliseconds;
    },
  };
}

async function countEntries(stage: Stage): Promise<number> {
  const [row] = await stage.world.database.query<{ entries: number }>(
    "SELECT count(*)::int AS entries FROM ledger_entries",
  );
  return row?.entries ?? 0;
}
