/**
 * The load generator alone, in a process of its own:
 *
 *   npx tsx lib/server/bench/load/main.ts usage --key tg_… [--url http://127.0.0.1:3000] [--connections 64]
 *     [--seconds 5] [--warmup 1] [--wallets 10000] [--rate 2000] [--events 500] [--conversation]
 *
 * Prints one JSON object (a `LoadResult`). Kinds: usage, hot, authorize, pairs, batch, bare (with `--path`), page
 * (with `--path` and `--cookie`).
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { LOAD_KINDS, type LoadSpec } from "./kinds";
import { runLoad } from "./run-load";

const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "http://127.0.0.1:3000" },
    key: { type: "string", default: "none" },
    connections: { type: "string", default: "64" },
    seconds: { type: "string", default: "5" },
    warmup: { type: "string", default: "1" },
    wallets: { type: "string", default: "10000" },
    rate: { type: "string" },
    events: { type: "string", default: "500" },
    conversation: { type: "boolean", default: false },
    prefix: { type: "string", default: `b${Date.now().toString(36)}` },
    path: { type: "string", default: "/" },
    cookie: { type: "string", default: "" },
  },
});

const spec: LoadSpec = z
  .object({
    kind: z.enum(LOAD_KINDS),
    url: z.url().refine((url) => LOCAL.has(new URL(url).hostname), "Load is for this machine only."),
    key: z.string(),
    connections: z.coerce.number().int().min(1).max(1_000),
    seconds: z.coerce.number().positive(),
    warmup: z.coerce.number().min(0),
    wallets: z.coerce.number().int().min(1),
    rate: z.coerce.number().positive().nullable(),
    events: z.coerce.number().int().min(1).max(1_000),
    conversation: z.boolean(),
    prefix: z.string(),
    path: z.string(),
    cookie: z.string(),
  })
  .parse({ ...values, kind: positionals[0] ?? "usage", rate: values.rate ?? null });

process.stdout.write(`${JSON.stringify(await runLoad(spec))}\n`);
