import { expect, it } from "vitest";
import { exportFileName } from "./export-file-name";

const file = { day: "2026-11-21", extension: "csv" };

it("says what the file holds", () => {
  expect(exportFileName({ range: "30d", model: "gpt-4o", bot: undefined }, file)).toBe(
    "logs_range-30d_model-gpt-4o_2026-11-21.csv",
  );
  expect(exportFileName({}, file)).toBe("logs_2026-11-21.csv");
});

it("is a name on any system, whatever was searched for", () => {
  const name = exportFileName({ search: '../"evil"\r\n: /etc\\x', store: "ß".repeat(300) }, file);
  expect(name).not.toMatch(/[\\/"\r\n: ]/);
  expect(name.length).toBeLessThan(170);
});
