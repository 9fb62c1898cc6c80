import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { ctxOfApiKey, ctxOfOperator } from "@/lib/auth";
import { databaseUrl, env } from "@/lib/kernel/env";
import { createApiKey } from "@/lib/merchants";
import { seedDemo, type SeededDemo, wantsDemo } from "@/prisma/seed";
import { say, step } from "./progress";

const access = z.object({
  merchantSlug: z.string(),
  signIns: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
  apiKey: z.string(),
});

/** How to get into the demo; kept in the data folder, so that later starts can say it again. */
type DemoAccess = z.output<typeof access>;

/** Fills a database that has no merchant with the demo, once: of several servers that start, one does it. */
export async function fillDemo(now: Date): Promise<void> {
  if (!env().demo || !(await wantsDemo())) return;
  const lock = new pg.Client({ connectionString: databaseUrl() });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('tollgate-demo'))");
    if (!(await wantsDemo())) return;
    const seeded = await step(
      "Demo",
      () => seedDemo(now),
      () => "Demo: a shop with 30 days of AI traffic",
    );
    keep(await withKey(seeded, now));
  } finally {
    await lock.end();
  }
}

/** Prints the demo's sign-ins and API key, as long as that key opens this database. */
export async function sayDemoAccess(baseUrl: string, now: Date): Promise<void> {
  const demo = await findAccess(now);
  if (!demo) return;
  const width = Math.max(...demo.signIns.map(({ email }) => email.length));
  const people = demo.signIns.map(
    ({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  (${role})`,
  );
  say(`\nDemo merchant: ${baseUrl}/m/${demo.merchantSlug}`);
  say(`Sign in as\n${people.join("\n")}`);
  say(`API key: ${demo.apiKey}`);
}

/** A demo that was begun by a process that died has shown its key to nobody: it gets another one. */
async function withKey(seeded: SeededDemo, now: Date): Promise<DemoAccess> {
  const { merchantSlug, signIns } = seeded;
  const make = async () => {
    const ctx = await ctxOfOperator(merchantSlug, now);
    return (await createApiKey(ctx, { name: "Demo", scopes: ["*"] })).key;
  };
  return { merchantSlug, signIns: [...signIns], apiKey: seeded.apiKey ?? (await make()) };
}

function keep(demo: DemoAccess): void {
  mkdirSync(env().dataDir, { recursive: true });
  writeFileSync(file(), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}

async function findAccess(now: Date): Promise<DemoAccess | null> {
  if (!existsSync(file())) return null;
  const kept = access.safeParse(JSON.parse(readFileSync(file(), "utf8")));
  if (!kept.success) return null;
  const opens = await ctxOfApiKey(`Bearer ${kept.data.apiKey}`, now).then(
    () => true,
    () => false,
  );
  return opens ? kept.data : null;
}

function file(): string {
  return join(env().dataDir, "demo.json");
}
