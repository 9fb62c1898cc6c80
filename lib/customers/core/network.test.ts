import { describe, expect, it } from "vitest";
import { networkOf } from "./network";

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["::ffff:cb00:7107", "203.0.113.0/24"],
    ["2001:db8:1:2::1", "2001:db8:1::/48"],
    ["2001:0DB8:0001:ffff:0:0:0:1", "2001:db8:1::/48"],
    ["::1", "0:0:0::/48"],
  ])("puts %s into %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it.each(["", "localhost", "1.2.3", "1::2::3", "1:2:3:4:5:6:7:8:9", "g::1"])(
    "finds no network in %j",
    (ip) => {
      expect(networkOf(ip)).toBeNull();
    },
  );
});
