import { expect, it, vi } from "vitest";
import { remembered } from "./remembered";

it("makes a thing once for each of its names, and again when it was pushed out", () => {
  const make = vi.fn((locale: string, zone: string) => `${locale} ${zone}`);
  const made = remembered(make);

  expect([made("en", "UTC"), made("en", "UTC"), made("de", "UTC")]).toEqual(["en UTC", "en UTC", "de UTC"]);
  expect(make).toHaveBeenCalledTimes(2);

  for (let zone = 0; zone < 1_000; zone += 1) made("en", `zone ${zone}`);
  expect(made("en", "UTC")).toBe("en UTC");
  expect(make).toHaveBeenCalledTimes(1_003);
});

it("remembers nothing of what could not be made", () => {
  const make = vi.fn((zone: string) => new Intl.DateTimeFormat("en", { timeZone: zone }));
  const made = remembered(make);
  expect(() => made("Nowhere/Land")).toThrow(RangeError);
  expect(() => made("Nowhere/Land")).toThrow(RangeError);
  expect(make).toHaveBeenCalledTimes(2);
});
