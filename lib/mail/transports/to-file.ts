import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/kernel/env";
import type { Outgoing } from "./outgoing";

const OWNER_ONLY = 0o600;

/** Leaves the mail as a JSON file in `mail/` of the data folder; it is there whole or not at all. */
export async function toFile(mail: Outgoing): Promise<void> {
  const folder = join(env().dataDir, "mail");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${mail.id}.json`);
  await writeFile(`${path}.part`, `${JSON.stringify(mail, null, 2)}\n`, { mode: OWNER_ONLY });
  await rename(`${path}.part`, path);
}
