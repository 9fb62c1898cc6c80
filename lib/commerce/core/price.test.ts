import { describe, expect, it } from "vitest";
import { canonicalPrice } from "./price";

describe("canonicalPrice", () => {
  it.each([
    ["9.9", "USD", "9.90"],
    ["009", "EUR", "9.00"],
    ["1500", "JPY", "1500"],
    ["1500.00", "JPY", "1500"],
    ["1.234", "KWD", "1.234"],
    ["0", "USD", "0.00"],
  ])("keeps %s %s as %s", (text, currency, kept) => {
    expect(canonicalPrice(text, currency)).toBe(kept);
  });

  it.each([
    ["9.999", "USD"],
    ["0.5", "JPY"],
    ["-1", "USD"],
    ["1,50", "EUR"],
    ["1e3", "USD"],
    ["", "USD"],
    ["1.", "USD"],
  ])("refuses %s %s", (text, currency) => {
    expect(canonicalPrice(text, currency)).toBeNull();
  });
});
