import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Micros, micros } from "@/lib/kernel/micros";
import { networkScope, type QuotaScope, scopeString } from "./scope";
import { type QuotaSubject, type SelectableQuota, selectQuotas } from "./select-quotas";

function quota(id: string, fields: Partial<SelectableQuota> = {}): SelectableQuota {
  const scope = { module: null, bot: null, store: null };
  const rest = { role: null, limit: micros(100n), mode: "enforce", enabled: true } as const;
  return { id, audience: "customer", ...scope, ...rest, ...fields };
}

type RoleQuota = [id: string, name: string, limit: bigint | null, fields?: Partial<SelectableQuota>];
const role = (...[id, name, limit, fields]: RoleQuota) =>
  quota(id, { audience: "role", role: name, limit: limit === null ? null : micros(limit), ...fields });

const CUSTOMER: QuotaSubject = {
  kind: "customer",
  roles: ["subscriber", "editor"],
  plan: "pro",
  module: "chatbot",
  bot: "support",
  store: "main",
};
const GUEST: QuotaSubject = { ...CUSTOMER, kind: "guest", roles: [], plan: null };

const ids = (quotas: SelectableQuota[], who = CUSTOMER) => selectQuotas(quotas, who).map(({ id }) => id);

describe("selectQuotas", () => {
  it("binds by audience", () => {
    const all = [
      quota("guest", { audience: "guest" }),
      quota("customer"),
      role("subscriber", "subscriber", 1n),
      role("author", "author", 1n),
      quota("pro", { audience: "plan", role: "pro" }),
      quota("basic", { audience: "plan", role: "basic" }),
    ];
    expect(ids(all)).toEqual(["customer", "subscriber", "pro"]);
    expect(ids(all, GUEST)).toEqual(["guest"]);
    const { kind, roles, module, bot, store } = CUSTOMER;
    expect(ids(all, { kind, roles, module, bot, store })).toEqual(["customer", "subscriber"]);
  });

  it("binds where every scope field it has equals the request's", () => {
    const fitting = [
      {},
      { module: "chatbot" },
      { bot: "support" },
      { store: "main" },
      { module: "chatbot", store: "main" },
    ];
    const strangers = [
      { module: "ai_forms" },
      { bot: "sales" },
      { store: "blog" },
      { module: "chatbot", bot: "sales" },
    ];
    expect(ids([...fitting, ...strangers].map((scope, place) => quota(`q${place}`, scope)))).toEqual([
      "q0",
      "q1",
      "q2",
      "q3",
      "q4",
    ]);
    expect(ids([quota("a", { bot: "support" }), quota("b")], { ...CUSTOMER, bot: null })).toEqual(["b"]);
  });

  it("binds several quotas at once, and returns observing ones with their mode", () => {
    const both = [
      quota("a", { module: "chatbot" }),
      quota("b", { mode: "observe" }),
      quota("c", { enabled: false }),
    ];
    expect(selectQuotas(both, CUSTOMER).map(({ id, mode }) => [id, mode])).toEqual([
      ["a", "enforce"],
      ["b", "observe"],
    ]);
  });

  it("lets only the role with the highest limit bind, null highest of all", () => {
    expect(ids([role("a", "subscriber", 10n), role("b", "editor", 20n)])).toEqual(["b"]);
    expect(ids([role("a", "subscriber", null), role("b", "editor", 20n)])).toEqual(["a"]);
    expect(ids([role("a", "subscriber", 0n), role("b", "editor", 0n)])).toEqual(["a"]);
    expect(ids([role("b", "subscriber", null), role("a", "editor", null)])).toEqual(["a"]);
  });

  it("lets a role without a quota neither bind nor free", () => {
    expect(ids([role("a", "subscriber", 10n)])).toEqual(["a"]);
    expect(ids([role("a", "author", 10n)])).toEqual([]);
  });

  it("compares roles within one scope only", () => {
    const here = role("a", "subscriber", 10n, { module: "chatbot" });
    expect(ids([here, role("b", "editor", 20n)])).toEqual(["a", "b"]);
    expect(ids([here, role("b", "editor", 20n, { module: "chatbot" })])).toEqual(["b"]);
    expect(ids([here, role("b", "editor", 20n, { module: "chatbot", store: "main" })])).toEqual(["a", "b"]);
  });

  it("keeps all quotas of the winning role, such as one by the day and one by the month", () => {
    const daily = role("a", "subscriber", 10n);
    const monthly = role("b", "subscriber", 100n);
    expect(ids([daily, monthly, role("c", "editor", 50n)])).toEqual(["a", "b"]);
  });

  it("does not let a role on trial free from one that binds", () => {
    const trial = role("b", "editor", null, { mode: "observe" });
    expect(ids([role("a", "subscriber", 10n), trial])).toEqual(["a", "b"]);
  });

  it("ranks plans apart from roles", () => {
    expect(ids([role("a", "subscriber", 10n), quota("b", { audience: "plan", role: "pro" })])).toEqual([
      "a",
      "b",
    ]);
  });

  it("never depends on the order of the quotas, nor lets a request go that some role quota counts", () => {
    const few = (...names: string[]) => fc.option(fc.constantFrom(...names), { freq: 1 });
    const anyQuota = fc.record({
      audience: fc.constantFrom("guest", "customer", "role", "role", "role", "plan"),
      role: few("subscriber", "editor", "author", "pro"),
      module: few("chatbot"),
      bot: few("support"),
      store: few("main", "blog"),
      limit: fc.option(fc.bigInt(0n, 3n).map((value): Micros => micros(value))),
      mode: fc.constantFrom("enforce", "observe"),
      enabled: fc.constantFrom(true, true, true, false),
    });
    fc.assert(
      fc.property(fc.array(anyQuota, { maxLength: 15 }), fc.nat(), (fields, rotation) => {
        const quotas = fields.map((each, place) => ({ id: `q${place}`, ...each }));
        const turn = rotation % (quotas.length + 1);
        const turned = [...quotas.slice(turn), ...quotas.slice(0, turn)].reverse();
        expect(ids(turned).sort()).toEqual(ids(quotas).sort());

        const bound = new Set(ids(quotas));
        const applying = quotas.filter((each) => ids([each]).length === 1);
        const key = (each: SelectableQuota) => `${scopeString(each)} ${each.mode}`;
        for (const each of applying.filter((one) => one.audience === "role")) {
          const rivals = applying.filter((other) => other.audience === "role" && key(other) === key(each));
          const binding = rivals.filter(({ id }) => bound.has(id));
          expect(new Set(binding.map((one) => one.role)).size).toBe(1);
          const height = ({ limit }: SelectableQuota) => limit ?? 4n;
          const highest = Math.max(...rivals.map((one) => parseInt(height(one).toString(), 10)));
          expect(binding.some((one) => height(one) === BigInt(highest))).toBe(true);
        }
        expect(applying.filter((one) => one.audience !== "role").every(({ id }) => bound.has(id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("scopeString", () => {
  it("names module, bot and store", () => {
    expect(scopeString({ module: null, bot: null, store: null })).toBe("any");
    expect(scopeString({ module: "chatbot", bot: null, store: null })).toBe("chatbot");
    expect(scopeString({ module: "chatbot", bot: "support", store: null })).toBe("chatbot/support");
    expect(scopeString({ module: "chatbot", bot: "support", store: "main" })).toBe("chatbot/support@main");
    expect(scopeString({ module: null, bot: null, store: "main" })).toBe("any@main");
    expect(scopeString({ module: null, bot: "prüfung 1", store: null })).toBe("any/prüfung 1");
    expect(networkScope("chatbot")).toBe("chatbot#network");
  });

  it("gives different scopes different strings, whatever the names", () => {
    const name = fc.option(
      fc.string({
        unit: fc.constantFrom("a", "n", "y", "/", "@", "#", "%", "2", "5", "6", "1"),
        minLength: 1,
        maxLength: 5,
      }),
      { freq: 2 },
    );
    const anyScope: fc.Arbitrary<QuotaScope> = fc.record({
      module: fc.oneof(name, fc.constant("any")),
      bot: name,
      store: name,
    });
    fc.assert(
      fc.property(anyScope, anyScope, (a, b) => {
        const same = a.module === b.module && a.bot === b.bot && a.store === b.store;
        expect(scopeString(a) === scopeString(b)).toBe(same);
        expect(networkScope(scopeString(a))).not.toBe(scopeString(b));
      }),
      { numRuns: 2000 },
    );
  });
});
