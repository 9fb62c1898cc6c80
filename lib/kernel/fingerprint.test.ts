import { describe, expect, it } from "vitest";
import { fingerprintOf } from "./fingerprint";

describe("fingerprintOf", () => {
  it("is 128 bits in hex", () => {
    expect(fingerprintOf("usage", { id: "a" })).toMatch(/^[0-9a-f]{32}$/);
  });

  it("does not depend on the order of members, nor on null or absent ones", () => {
    const one = fingerprintOf("usage", { id: "a", metadata: { x: 1, y: { b: 1, a: 2 } }, bot: null });
    const two = fingerprintOf("usage", { metadata: { y: { a: 2, b: 1 }, x: 1 }, id: "a", form: undefined });
    expect(one).toBe(two);
  });

  it("depends on every value, on the order of lists and on the kind", () => {
    const prints = [
      fingerprintOf("usage", { id: "a", list: [1, 2] }),
      fingerprintOf("usage", { id: "a", list: [2, 1] }),
      fingerprintOf("usage", { id: "b", list: [1, 2] }),
      fingerprintOf("authorize", { id: "a", list: [1, 2] }),
    ];
    expect(new Set(prints).size).toBe(4);
  });
});
