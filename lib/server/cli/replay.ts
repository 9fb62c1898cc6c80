import { z } from "zod";
import { parseCredits } from "@/lib/kernel/micros";
import { proveThroughApi } from "../traffic/prove-through-api";
import { makeProgressBar } from "../traffic/progress-bar";
import { isGood, reportLines } from "../traffic/report";
import { runReplay } from "../traffic/run-replay";
import { defineCommand, UsageError } from "./command";

const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);
const wholeNumber = (max: number) => z.coerce.number().int().min(1).max(max);

/** Sends a trace file through the HTTP API of a running server; a repeat charges nothing twice. */
export const replayCommand = defineCommand({
  name: "replay",
  summary: "Send a trace of real requests through the HTTP API and prove the ledger afterwards.",
  usage:
    "FILE --key tg_… [--url http://localhost:3000] [--texts FILE.jsonl] [--customers 200] [--credits 500] [--speed max|1|10] " +
    "[--concurrency 64] [--limit ROWS] [--run NAME] [--allow-remote]",
  needsDatabase: false,
  options: {
    key: { type: "string" },
    url: { type: "string", default: "http://localhost:3000" },
    texts: { type: "string" },
    customers: { type: "string", default: "200" },
    credits: { type: "string" },
    speed: { type: "string", default: "max" },
    concurrency: { type: "string", default: "64" },
    limit: { type: "string" },
    run: { type: "string" },
    "allow-remote": { type: "boolean", default: false },
  },
  input: z
    .object({
      positionals: z.tuple([z.string()], "replay takes one trace file."),
      key: z.string().startsWith("tg_", "must be an API key (tg_…)"),
      url: z.url({ protocol: /^https?$/, error: "must be a web address such as http://localhost:3000" }),
      texts: z.string().optional(),
      customers: wholeNumber(1_000_000),
      credits: z
        .string()
        .refine((text) => (parseCredits(text) ?? 0n) > 0n, "must be a number of credits above 0")
        .optional(),
      speed: z.union([z.literal("max"), z.coerce.number().positive()], 'must be "max" or a number above 0'),
      concurrency: wholeNumber(1_000),
      limit: wholeNumber(1_000_000_000).optional(),
      run: z
        .string()
        .regex(/^[\w.-]{1,40}$/, "must be 1 to 40 letters, digits, dots, hyphens")
        .optional(),
      json: z.boolean().optional(),
      "allow-remote": z.boolean(),
    })
    .refine((input) => input["allow-remote"] || LOCAL.has(new URL(input.url).hostname), {
      path: ["url"],
      message: "is not on this machine: add --allow-remote if that is meant",
    }),
  async run(input) {
    const [file] = input.positionals;
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    const report = await runReplay(
      {
        file,
        textsFile: input.texts ?? null,
        url: input.url,
        key: input.key,
        customers: input.customers,
        credits: input.credits ?? null,
        speed: input.speed,
        concurrency: input.concurrency,
        limit: input.limit ?? null,
        run: input.run ?? null,
      },
      { progress: makeProgressBar(process.stderr), stop: stop.signal, prove: proveThroughApi },
    ).catch(notFound);
    return { json: report, text: reportLines(report).join("\n"), exitCode: isGood(report) ? 0 : 1 };
  },
});

/** A file that is not there is the caller's to put right. */
function notFound(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    throw new UsageError(error.message);
  throw error;
}
