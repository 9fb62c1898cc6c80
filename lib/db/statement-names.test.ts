import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const NAMED = /\bstatement\(\s*"([^"]+)"/g;

/** A connection prepares a statement once by its name: a second text under it would fail, or answer the wrong question. */
test("no two statements have one name", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".repo.ts"),
  );
  const names = files.flatMap((name) =>
    [...readFileSync(join("lib", name), "utf8").matchAll(NAMED)].map(([, found]) => found),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
