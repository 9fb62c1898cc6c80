import { describe, expect, it } from "vitest";
import { orderStanding } from "./order-standing";

describe("where an order stands for its buyer", () => {
  it.each([
    ["pending", "on-hold", "open"],
    ["pending", "processing", "open"],
    ["waiting", "completed", "open"],
    ["pending", "cancelled", "dead"],
    ["pending", "uncollectible", "dead"],
    ["granted", "completed", "granted"],
    ["granted", "trash", "granted"],
    ["partly_refunded", "completed", "partly_refunded"],
    ["refunded", "refunded", "refunded"],
    ["disputed", "succeeded", "disputed"],
  ] as const)("%s with the shop's %s is %s", (word, shopStatus, standing) => {
    expect(orderStanding(word, shopStatus)).toBe(standing);
  });
});
