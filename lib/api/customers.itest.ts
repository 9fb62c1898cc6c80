import { beforeEach, describe, expect, it } from "vitest";
import { REQUEST, RULE, TOKENS, useMerchant } from "./testing";

const { get: ask, post, put } = useMerchant(beforeEach);
beforeEach(() => post("/pricing-rules", RULE));

const get = async (path: string) => (await ask(path)).body;
const grant = (amount: string) =>
  post("/customers/42/credits", { id: `g-${amount}`, amount, reason: "gift" });

describe("balances", () => {
  it("are granted, set and taken from, each once", async () => {
    const granted = await grant("10");
    expect(granted.status).toBe(201);
    expect(granted.body).toMatchObject({ type: "grant", amount: "10", lot: { remaining: "10" } });
    expect((await grant("10")).body).toEqual({ ...granted.body, replayed: true });

    const taken = await post("/customers/42/credits", { id: "t", amount: "-2.5", reason: "mistake" });
    expect(taken.body).toMatchObject({ type: "adjustment", amount: "-2.5", balance: { total: "7.5" } });
    const more = await post("/customers/42/credits", { id: "m", amount: "-8", reason: "too much" });
    expect([more.status, more.body.code]).toEqual([409, "insufficient_credits"]);

    const json = { id: "s", balance: "20", reason: "agreed" };
    const set = await put("/customers/42/balance", json);
    expect([set.status, set.body.amount, set.body.balance.total]).toEqual([200, "12.5", "20"]);
    expect((await put("/customers/42/balance", json)).body.replayed).toBe(true);

    const balance = await get("/customers/42/balance");
    expect(balance).toMatchObject({ total: "20", held: "0", available: "20", debt: "0", frozen: false });
    expect(balance.lots).toHaveLength(2);
    expect((await ask("/customers/nobody/balance")).status).toBe(404);
  });

  it.each([
    [{ id: "x", amount: "0", reason: "" }, "amount"],
    [{ id: "x", amount: "1e30", reason: "" }, "amount"],
    [{ id: "x", amount: 1, reason: "" }, "amount"],
    [{ id: "x", amount: "0.0000001", reason: "" }, "amount"],
    [{ id: "x", amount: "1", reason: "", category: "stolen" }, "category"],
    [{ amount: "1", reason: "" }, "id"],
  ])("refuse %j", async (json, path) => {
    const { status, body } = await post("/customers/42/credits", json);

    expect(status).toBe(422);
    expect(body.errors.map((each: { path: string }) => each.path)).toContain(path);
  });
});

describe("a customer's quotas", () => {
  it("are listed with what is used, and reset without touching the balance", async () => {
    await grant("1");
    await post("/quotas", { audience: "customer", module: "chatbot", limit: "5", period: "daily" });
    await post("/usage", { ...REQUEST, id: "q", customer: "42", usage: TOKENS });
    expect((await get("/customers/42/quotas")).data).toMatchObject([
      { scope: "chatbot", used: "1", remaining: "4" },
    ]);

    expect((await post("/customers/42/quotas/reset", { scope: "chatbot" })).status).toBe(200);

    expect((await get("/customers/42/quotas")).data).toMatchObject([{ used: "0", remaining: "5" }]);
    expect((await get("/customers/42/balance")).total).toBe("0");
    expect((await get("/customers/42/ledger")).data[0]).toMatchObject({ type: "quota_reset", delta: "0" });
    expect((await post("/customers/42/quotas/reset")).status).toBe(200);
  });
});
