import { describe, expect, it } from "vitest";
import type { ApiAnswer } from "./api-client";
import { isGood, reportLines, type ReplayReport } from "./report";
import { Tally } from "./tally";

const answer = (status: number, body: Record<string, unknown> = {}): ApiAnswer => ({
  status,
  body,
  latency: 2,
  retries: 0,
});
const RULE = { rule: { id: "r", version: 1 } };

function tallied(): Tally {
  const tally = new Tally();
  tally.authorized(answer(200));
  tally.recorded(answer(201, { cost: "0.1", fromBalance: "0.1", fromQuota: "0", overdraft: "0", ...RULE }));
  tally.authorized(answer(200));
  tally.recorded(
    answer(201, { cost: "0.2", fromBalance: "0", fromQuota: "0.2", overdraft: "0", late: true, rule: null }),
  );
  tally.authorized(answer(200, { replayed: true }));
  tally.recorded(
    answer(200, { cost: "5", fromBalance: "5", fromQuota: "0", overdraft: "0", replayed: true, ...RULE }),
  );
  tally.authorized(answer(402, { code: "insufficient_credits" }));
  for (let row = 0; row < 4; row += 1) tally.row();
  return tally;
}

const reportOf = (tally: Tally, proof: ReplayReport["proof"]): ReplayReport => ({
  ...tally.summary(),
  run: "r1",
  seconds: 2,
  requestsPerSecond: 3.5,
  interrupted: false,
  proof,
  proofProblem: null,
});

const PROOF = { ok: true, wallets: 3, entries: 12, breaks: [] };

describe("Tally", () => {
  it("adds credits exactly and keeps what earlier runs charged apart", () => {
    const summary = tallied().summary();

    expect(summary.charged).toEqual({ cost: "0.3", fromBalance: "0.1", fromQuota: "0.2", overdraft: "0" });
    expect(summary.chargedBefore.cost).toBe("5");
    expect(summary).toMatchObject({
      rows: 4,
      requests: 7,
      recorded: 2,
      replayed: 1,
      late: 1,
      unpriced: 1,
      failed: 0,
    });
    expect(summary.refused).toEqual({ insufficient_credits: 1 });
  });

  it("lets only an allowed request go on", () => {
    const tally = new Tally();
    expect(tally.authorized(answer(200))).toBe(true);
    expect(tally.authorized(answer(429, { code: "quota_exceeded" }))).toBe(false);
    expect(tally.authorized(answer(500, { code: "internal" }))).toBe(false);
    expect(tally.summary()).toMatchObject({
      refused: { quota_exceeded: 1 },
      failures: { internal: 1 },
      failed: 1,
    });
  });
});

describe("the report", () => {
  it("is good when nothing failed and the proof holds", () => {
    expect(isGood(reportOf(tallied(), PROOF))).toBe(true);
    expect(isGood(reportOf(tallied(), { ...PROOF, ok: false, breaks: ["entry"] }))).toBe(false);
    expect(isGood(reportOf(tallied(), null))).toBe(false);
    const failing = tallied();
    failing.failed("conflict");
    expect(isGood(reportOf(failing, PROOF))).toBe(false);
  });

  it("says what was refused and what the proof found", () => {
    const text = reportLines(reportOf(tallied(), PROOF)).join("\n");
    expect(text).toContain("1 (insufficient_credits 1)");
    expect(text).toContain("holds (3 wallets, 12 entries)");
  });
});
