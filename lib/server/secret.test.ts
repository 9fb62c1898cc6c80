import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keptSecret } from "./secret";

const folder = mkdtempSync(join(tmpdir(), "tollgate-secret-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("keptSecret", () => {
  it("makes a long secret once, for its owner's eyes only", () => {
    const dataDir = join(folder, "not/yet/there");
    const made = keptSecret(dataDir);
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(keptSecret(dataDir)).toBe(made);
    expect(statSync(join(dataDir, "secret")).mode & 0o077).toBe(0);
  });

  it("makes another one in another folder", () => {
    expect(keptSecret(join(folder, "a"))).not.toBe(keptSecret(join(folder, "b")));
  });
});
