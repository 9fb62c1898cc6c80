import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TAR_END, tarEntry } from "./tar";

const at = new Date("2026-11-20T12:00:00Z");

describe("an archive", () => {
  it("is one that tar unpacks, whatever the sizes of its files", () => {
    const folder = mkdtempSync(join(tmpdir(), "tollgate-tar-"));
    const files = new Map([
      ["house/empty.jsonl", ""],
      ["house/one.jsonl", '{"name":"Þóra"}\n'],
      ["house/block.jsonl", "x".repeat(512)],
      ["house/long.jsonl", "y".repeat(70_001)],
    ]);
    const entries = [...files].map(([name, text]) => tarEntry(name, new TextEncoder().encode(text), at));
    const archive = join(folder, "all.tar");
    writeFileSync(archive, Buffer.concat([...entries, TAR_END]));

    execFileSync("tar", ["-xf", archive, "-C", folder]);

    for (const [name, text] of files) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    rmSync(folder, { recursive: true });
  });

  it("refuses a name that does not fit, instead of cutting it", () => {
    expect(() => tarEntry("n".repeat(101), new Uint8Array(), at)).toThrow("Too long a name");
  });
});
