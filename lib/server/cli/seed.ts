import { z } from "zod";
import { seedDemo } from "@/prisma/seed";
import { defineCommand } from "./command";

const SCENARIOS = ["demo"] as const;

/** Fills the database with a named scenario; one that is there already is left alone. */
export const seedCommand = defineCommand({
  name: "seed",
  summary: "Fill the database with a scenario: demo is a shop with 30 days of AI traffic.",
  usage: SCENARIOS.join("|"),
  options: {},
  input: z.object({
    positionals: z.tuple([z.enum(SCENARIOS)], `seed takes one scenario: ${SCENARIOS.join(", ")}.`),
  }),
  async run() {
    const startedAt = performance.now();
    const seeded = await seedDemo(new Date());
    const seconds = (performance.now() - startedAt) / 1_000;
    const head = `Merchant ${seeded.merchantSlug} is there (${seconds.toFixed(1)} s). Sign in at /sign-in:`;
    const people = seeded.signIns.map(({ email, password, role }) => `  ${email}  ${password}  (${role})`);
    const key = seeded.apiKey === null ? [] : [`API key, shown only now: ${seeded.apiKey}`];
    return { json: seeded, text: [head, ...people, ...key].join("\n") };
  },
});
