import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "@playwright/test";

export type SentMail = { id: string; to: string; subject: string; text: string; html: string };

/** Waits for the newest mail to a person and returns it; the server sends into files (`TOLLGATE_MAIL=file`). */
export async function mailTo(address: string, { count = 1 } = {}): Promise<SentMail> {
  await expect.poll(() => mailsTo(address).length, `mail to ${address}`).toBeGreaterThanOrEqual(count);
  const newest = mailsTo(address).at(-1);
  if (!newest) throw new Error(`No mail to ${address}.`);
  return newest;
}

/** The first address in a mail. */
export function linkIn(mail: SentMail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (link === undefined) throw new Error(`No link in "${mail.subject}".`);
  return link;
}

function mailsTo(address: string): SentMail[] {
  const folder = join(dataDir(), "mail");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name): SentMail => JSON.parse(readFileSync(join(folder, name), "utf8")))
    .filter((mail) => mail.to === address);
}

/** The data folder of the server under test; one that ran already was named by the environment. */
function dataDir(): string {
  if (process.env["E2E_URL"]) return resolve(process.env["TOLLGATE_DATA_DIR"] ?? ".data");
  const server: { TOLLGATE_DATA_DIR: string } = JSON.parse(
    readFileSync("test-results/e2e-server.json", "utf8"),
  );
  return server.TOLLGATE_DATA_DIR;
}
