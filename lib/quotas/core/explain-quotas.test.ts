import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { explainQuotas } from "./explain-quotas";
import { type QuotaSubject, type SelectableQuota, selectQuotas } from "./select-quotas";

const ANY = { module: null, bot: null, store: null };

function quota(id: string, fields: Partial<SelectableQuota> = {}): SelectableQuota {
  return {
    id,
    audience: "customer",
    role: null,
    ...ANY,
    limit: micros(5n),
    mode: "enforce",
    enabled: true,
    ...fields,
  };
}

const WHO: QuotaSubject = {
  ...{ kind: "customer", roles: ["subscriber", "editor"], plan: null },
  ...{ module: "chatbot", bot: "support", store: "main" },
};

describe("explainQuotas", () => {
  it.each<[string, Partial<SelectableQuota>]>([
    ["binds", { module: "chatbot" }],
    ["observes", { mode: "observe" }],
    ["switched_off", { enabled: false, audience: "guest" }],
    ["other_audience", { audience: "guest" }],
    ["other_role", { audience: "role", role: "author" }],
    ["other_plan", { audience: "plan", role: "pro" }],
    ["other_module", { module: "ai_forms" }],
    ["other_bot", { bot: "sales" }],
    ["other_store", { store: "blog" }],
  ])("says %s of %o", (verdict, fields) => {
    expect(explainQuotas([quota("q", fields)], WHO)).toMatchObject([{ verdict, outrankedBy: null }]);
  });

  it("names the quota of the role with the highest limit, which counts in place of the others", () => {
    const low = quota("low", { audience: "role", role: "subscriber", limit: micros(5n) });
    const high = quota("high", { audience: "role", role: "editor", limit: null });
    const elsewhere = quota("else", {
      audience: "role",
      role: "subscriber",
      store: "main",
      limit: micros(1n),
    });
    const standings = explainQuotas([low, high, elsewhere], WHO);
    expect(standings.map(({ verdict, outrankedBy }) => [verdict, outrankedBy?.id])).toEqual([
      ["outranked", "high"],
      ["binds", undefined],
      ["binds", undefined],
    ]);
  });

  it("lets count exactly what selectQuotas lets count, and gives every other one a reason", () => {
    const few = (...names: string[]) => fc.option(fc.constantFrom(...names), { freq: 1 });
    const anyQuota = fc.record({
      audience: fc.constantFrom("guest", "customer", "role", "role", "plan"),
      role: few("subscriber", "editor", "author"),
      module: few("chatbot", "ai_forms"),
      bot: few("support", "sales"),
      store: few("main", "blog"),
      limit: fc.option(fc.bigInt(0n, 3n).map(micros)),
      mode: fc.constantFrom("enforce", "observe"),
      enabled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyQuota, { maxLength: 12 }), fc.boolean(), (fields, guest) => {
        const quotas = fields.map((each, place) => ({ id: `q${place}`, ...each }));
        const who: QuotaSubject = guest ? { ...WHO, kind: "guest", roles: [] } : WHO;
        const standings = explainQuotas(quotas, who);
        const counting = standings.filter(({ verdict }) => verdict === "binds" || verdict === "observes");
        expect(counting.map((each) => each.quota)).toEqual(selectQuotas(quotas, who));
        for (const { quota: each, verdict, outrankedBy } of standings) {
          expect(outrankedBy !== null).toBe(verdict === "outranked");
          if (verdict === "outranked") expect([each.audience, each.enabled]).toEqual(["role", true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
