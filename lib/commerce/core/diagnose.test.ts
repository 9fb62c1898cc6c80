import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import {
  diagnose,
  type DiagnosedPurchase,
  DIAGNOSIS_CODES,
  type DiagnosisCode,
  type Evidence,
} from "./diagnose";
import type { Package } from "./package";
import { makeState } from "./testing";

const state = makeState();

const purchase: DiagnosedPurchase = {
  id: "p",
  customer: "42",
  word: "granted",
  state,
  granted: micros(100_000_000n),
  taken: micros(0n),
  settledLines: new Set(["1"]),
};

const sold: Package = {
  id: "k",
  name: "100 credits",
  credits: micros(100_000_000n),
  category: "paid",
  expiresAfterDays: null,
  price: null,
  currency: null,
  connection: null,
  wooProduct: 7,
  wooVariation: null,
  stripePrice: null,
  enabled: true,
  position: 0,
};

const healthy: Evidence = {
  connection: {
    id: "c",
    name: "Shop",
    enabled: true,
    grantWhen: "completed",
    hasKeys: true,
    lastProblem: null,
    refused: 0n,
    lastRefusal: null,
    lastRefusedAt: null,
    lastDeliveryAt: "2026-11-20T10:00:01.000Z",
    webhooks: [{ topic: "order.updated", status: "active" }],
  },
  delivery: { id: "d", state: "done", error: null, receivedAt: "2026-11-20T10:00:01.000Z" },
  purchase,
  packages: [sold],
};

const verdict = (evidence: Evidence, code: DiagnosisCode) => {
  const found = diagnose(evidence).find((each) => each.code === code);
  return found && { state: found.state, fix: found.fix?.kind ?? null };
};
const without = (over: Partial<DiagnosedPurchase>): Evidence => ({
  ...healthy,
  purchase: { ...purchase, ...over },
});

describe("diagnose", () => {
  it("answers every condition once, in order, and finds nothing wrong with what is right", () => {
    const found = diagnose(healthy);
    expect(found.map(({ code }) => code)).toEqual(DIAGNOSIS_CODES);
    expect(found.filter(({ state: word }) => word !== "pass")).toEqual([]);
  });

  it.each<[DiagnosisCode, Evidence, string, string | null]>([
    [
      "connection_on",
      { ...healthy, connection: { ...healthy.connection, enabled: false } },
      "fail",
      "enable_connection",
    ],
    [
      "shop_reachable",
      { ...healthy, connection: { ...healthy.connection, lastProblem: "It answered 401." } },
      "fail",
      null,
    ],
    [
      "shop_reachable",
      { ...healthy, connection: { ...healthy.connection, hasKeys: false } },
      "unknown",
      null,
    ],
    [
      "webhooks_active",
      {
        ...healthy,
        connection: { ...healthy.connection, webhooks: [{ topic: "order.updated", status: "disabled" }] },
      },
      "fail",
      "set_up_webhooks",
    ],
    ["order_arrived", { ...healthy, delivery: null, purchase: null }, "fail", "fetch_order"],
    [
      "order_processed",
      { ...healthy, delivery: { id: "d", state: "given_up", error: "No JSON.", receivedAt: "2026-11-20" } },
      "fail",
      "replay_delivery",
    ],
    [
      "status_grants",
      without({ state: { ...state, granting: false, shopStatus: "processing" } }),
      "fail",
      "refresh_purchase",
    ],
    ["money_kept", without({ state: { ...state, dispute: "open" } }), "fail", null],
    ["money_kept", without({ state: { ...state, refunded: "4.00" } }), "warn", null],
    ["package_matches", { ...without({ settledLines: new Set() }), packages: [] }, "fail", "map_product"],
    [
      "package_matches",
      { ...without({ settledLines: new Set() }), packages: [{ ...sold, enabled: false }] },
      "fail",
      "enable_package",
    ],
    ["buyer_known", without({ customer: null }), "fail", "assign_purchase"],
    ["credits_booked", without({ granted: micros(0n) }), "fail", "refresh_purchase"],
    ["credits_booked", without({ taken: micros(1n) }), "warn", null],
  ])("%s: says what is wrong and what mends it (%#)", (code, evidence, ...[state, fix]) => {
    expect(verdict(evidence, code)).toEqual({ state, fix });
  });

  it("tells of refused requests only while nothing good came after them", () => {
    const refused = { refused: 3n, lastRefusal: "The signature is not valid." };
    const at = (lastRefusedAt: string): Evidence => ({
      ...healthy,
      connection: { ...healthy.connection, ...refused, lastRefusedAt },
    });
    expect(verdict(at("2026-11-20T11:00:00.000Z"), "requests_accepted")?.state).toBe("warn");
    expect(verdict(at("2026-11-20T09:00:00.000Z"), "requests_accepted")?.state).toBe("pass");
  });

  it("says nothing of what it cannot know yet", () => {
    const unheard: Evidence = { ...healthy, delivery: null, purchase: null };
    for (const code of ["status_grants", "package_matches", "buyer_known", "credits_booked"] as const) {
      expect(verdict(unheard, code)).toEqual({ state: "unknown", fix: null });
    }
  });
});
