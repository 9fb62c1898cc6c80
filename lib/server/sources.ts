import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the web app is built from. `lib/server` runs beside it and is not part of it. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "next.config.ts",
  "tsconfig.json",
  "package-lock.json",
];
const NO_SOURCE = /(^lib\/server\/)|(^lib\/db\/generated\/)|\.i?test\.tsx?$|\.md$/;

/** A hash that changes when a source of the web app does. */
export function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesOf)) {
    if (!NO_SOURCE.test(file)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name).replaceAll("\\", "/"))
    .filter((file) => statSync(file).isFile())
    .sort();
}
