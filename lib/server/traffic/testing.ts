import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Writes a trace file of these lines, under the header, that is gone when the test is over. */
export function traceFile(...lines: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "tollgate-trace-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "trace.csv");
  writeFileSync(file, `${["TIMESTAMP,ContextTokens,GeneratedTokens", ...lines].join("\n")}\n`);
  return file;
}
