import { describe, expect, it } from "vitest";
import { patchParams, patchParamsInPlace } from "./url-params";

const at = new URLSearchParams("module=chatbot&cursor=c3&back=c1~c2");

describe("patchParams", () => {
  it("returns to the first page when a filter changes", () => {
    expect(patchParams(at, { model: "gpt-4o" })).toBe("?module=chatbot&model=gpt-4o");
  });

  it("keeps the place it is told", () => {
    expect(patchParams(at, { cursor: "c4", back: "c1~c2~c3" })).toBe(
      "?module=chatbot&cursor=c4&back=c1%7Ec2%7Ec3",
    );
  });

  it("leaves no question mark when nothing is left", () => {
    expect(patchParams(at, { module: null })).toBe("");
    expect(patchParams(new URLSearchParams(), { search: "" })).toBe("");
  });
});

describe("patchParamsInPlace", () => {
  it("opens a drawer without moving the list behind it", () => {
    expect(patchParamsInPlace(at, { log: "l1" })).toBe("?module=chatbot&cursor=c3&back=c1%7Ec2&log=l1");
  });
});
