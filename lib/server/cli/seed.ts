import { z } from "zod";
import { seedBench, seedDemo } from "@/prisma/seed";
import { defineCommand, type Outcome } from "./command";

const SCENARIOS = ["demo", "bench"] as const;

/** Fills the database with a named scenario; what is there already is left alone. */
export const seedCommand = defineCommand({
  name: "seed",
  summary: "Fill the database: demo is a shop with 30 days of AI traffic, bench a merchant to put load on.",
  usage: "demo | bench [--wallets 10000]",
  options: { wallets: { type: "string", default: "10000" } },
  input: z.object({
    positionals: z.tuple([z.enum(SCENARIOS)], `seed takes one scenario: ${SCENARIOS.join(", ")}.`),
    wallets: z.coerce.number().int().min(1).max(1_000_000),
  }),
  run: ({ positionals: [scenario], wallets }) => (scenario === "demo" ? demo() : bench(wallets)),
});

async function demo(): Promise<Outcome> {
  const seeded = await seedDemo(new Date());
  const people = seeded.signIns.map(({ email, password, role }) => `  ${email}  ${password}  (${role})`);
  const lines = [
    `Merchant ${seeded.merchantSlug} is there. Sign in as`,
    ...people,
    ...keyLine(seeded.apiKey),
  ];
  return { json: seeded, text: lines.join("\n") };
}

async function bench(wallets: number): Promise<Outcome> {
  const seeded = await seedBench(new Date(), wallets);
  const lines = [
    `Merchant ${seeded.merchantSlug} is there, with ${wallets} wallets.`,
    ...keyLine(seeded.apiKey),
  ];
  return { json: seeded, text: lines.join("\n") };
}

function keyLine(apiKey: string | null): string[] {
  return apiKey === null ? [] : [`API key, shown only now: ${apiKey}`];
}
