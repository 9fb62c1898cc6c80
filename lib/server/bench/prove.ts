/** Proves the ledger in a process of its own and prints how long the proof itself took. */
import { closeDatabase } from "@/lib/db";
import { verifyEverything } from "@/lib/wallets";

await verifyEverything(new Date()); // connects, and loads what the first proof alone would pay for
const startedAt = performance.now();
const { ok, entries } = await verifyEverything(new Date());
process.stdout.write(`${JSON.stringify({ ok, entries, milliseconds: performance.now() - startedAt })}\n`);
await closeDatabase();
