import { beforeEach, describe, expect, it } from "vitest";
import { env } from "@/lib/kernel/env";
import { REQUEST, RULE, TOKENS, useMerchant } from "./testing";

const { get: ask, post, patch, remove } = useMerchant(beforeEach);
beforeEach(() => post("/pricing-rules", RULE));

const get = async (path: string) => (await ask(path)).body;
const grant = (amount: string) =>
  post("/customers/42/credits", { id: `g-${amount}`, amount, reason: "gift" });

describe("a request from authorize to the ledger", () => {
  it("is held, charged at the quoted price, logged and shown", async () => {
    await grant("10");
    const authorize = { ...REQUEST, id: "r-1", customer: "42", estimate: TOKENS };

    const held = await post("/authorize", authorize);
    expect(held.status).toBe(200);
    expect(held.body).toMatchObject({
      ...{ id: "r-1", allowed: true, cost: "2", rawCost: "1.4", fromBalance: "2", fromQuota: "0" },
      ...{
        hold: { id: "r-1" },
        balance: { total: "10", held: "2", available: "8" },
        quotas: [],
        replayed: false,
      },
    });
    expect(await get("/holds/r-1")).toMatchObject({ state: "open", amount: "2", fromBalance: "2" });

    const messages = [
      { role: "user", content: "Hi?" },
      { role: "assistant", content: "Half an emoji \ud83d and a NUL \0", response: { text: "\ud83d" } },
    ];
    const usage = {
      ...REQUEST,
      id: "r-1",
      customer: "42",
      usage: TOKENS,
      conversation: { id: "c-1", messages },
    };
    const charged = await post("/usage", usage);
    expect(charged.status).toBe(201);
    expect(charged.body).toMatchObject({
      ...{ cost: "2", fromBalance: "2", overdraft: "0", late: false, replayed: false },
      balance: { total: "8", held: "0", available: "8" },
    });
    expect((await get("/holds/r-1")).state).toBe("settled");

    const [entry, gift] = (await get("/customers/42/ledger")).data;
    expect(entry).toMatchObject({
      type: "usage",
      delta: "-2",
      balanceAfter: "8",
      units: 1100,
      model: "gpt-4o",
    });
    expect(gift).toMatchObject({ type: "grant", delta: "10", note: "gift", actor: { kind: "api_key" } });
    expect((await get("/ledger?type=usage")).data).toEqual([entry]);
    expect((await get("/ledger?type=usage&type=grant")).data).toHaveLength(2);

    const log = await get(`/logs/${charged.body.logId}`);
    expect(log).toMatchObject({ customer: "42", conversationId: "c-1", cost: "2", tokens: 1100 });
    expect(log.messages[1]).toMatchObject({
      content: "Half an emoji \ufffd and a NUL \ufffd",
      response: { text: "\ufffd" },
    });
    expect((await get("/logs?search=emoji")).data).toMatchObject([{ id: log.id }]);
    expect((await get("/activity?range=7d")).cards).toMatchObject({
      creditsAdded: "10",
      balanceDebited: "2",
    });
    expect(await get("/verify")).toMatchObject({ ok: true, wallets: 1, entries: 2 });
  });

  it("answers a repeat again, and refuses another request under its id", async () => {
    await grant("10");
    const usage = { ...REQUEST, id: "r-2", customer: "42", usage: TOKENS };

    const first = await post("/usage", usage);
    const again = await post("/usage", { ...usage, customer: { id: "42" }, bot: null });
    const other = await post("/usage", { ...usage, usage: { inputTokens: 1 } });

    expect(first.status).toBe(201);
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...first.body, replayed: true });
    expect([other.status, other.body.code]).toEqual([409, "conflict"]);
    expect(await get("/customers/42/balance")).toMatchObject({ total: "8" });
  });

  it("is released when it does not run", async () => {
    await grant("10");
    await post("/authorize", { ...REQUEST, id: "r-3", customer: "42", estimate: TOKENS });

    const released = await remove("/holds/r-3");
    const again = await remove("/holds/r-3");

    expect(released.status).toBe(200);
    expect(released.body).toMatchObject({ id: "r-3", state: "released" });
    expect(again.body).toEqual(released.body);
    expect(await get("/customers/42/balance")).toMatchObject({ total: "10", held: "0", available: "10" });
    expect((await remove("/holds/never")).status).toBe(404);
  });
});

describe("a refusal", () => {
  const notice = { message: "Come back tomorrow.", actions: [] };

  it("of a customer says what stood in the way and what to show", async () => {
    const actions = [
      { slot: "primary", type: "buy_credits", label: "Buy" },
      { slot: "secondary", type: "custom_url", label: "Plans", url: "https://example.com/plans" },
    ];
    const quota = { audience: "customer", limit: "1", period: "daily", message: notice.message, actions };
    const made = await post("/quotas", quota);

    const refused = await post("/authorize", { ...REQUEST, id: "r", customer: "42", estimate: TOKENS });

    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({
      ...{ code: "insufficient_credits", allowed: false },
      limit: { id: made.body.id, scope: "any", limit: "1", used: "0", remaining: "1" },
      notice: {
        message: notice.message,
        actions: [{ type: "buy_credits" }, { url: "https://example.com/plans" }],
      },
    });
  });

  it("leads to the customer's page here, at the place it is about, where the merchant names no page", async () => {
    const actions = [
      { slot: "primary", type: "credits", label: "My credits" },
      { slot: "secondary", type: "usage", label: "My usage" },
    ];
    await post("/quotas", { audience: "customer", module: "chatbot", limit: "1", period: "daily", actions });
    const { slug } = await get("/settings");
    const urls = async (id: string) => {
      const refused = await post("/authorize", { ...REQUEST, id, customer: "42", estimate: TOKENS });
      return refused.body.notice.actions.map((each: { url: string }) => each.url);
    };

    const page = `${env().url}/usage/${slug}`;
    const about = "module=chatbot&scope=chatbot";
    expect(await urls("r-1")).toEqual([`${page}?section=balance&${about}`, `${page}?section=usage&${about}`]);

    await patch("/settings", { dashboardUrl: "https://shop.example.com/mine" });
    expect((await urls("r-2"))[0]).toBe(`https://shop.example.com/mine?section=balance&${about}`);
  });

  it("of a guest says when to come back", async () => {
    await post("/quotas", { audience: "guest", limit: "1", period: "daily", message: notice.message });

    const guest = { session: "s-1", ip: "203.0.113.9" };
    const refused = await post("/authorize", { ...REQUEST, id: "r", guest, estimate: TOKENS });

    expect([refused.status, refused.body.code]).toEqual([429, "quota_exceeded"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.body.notice).toEqual(notice);
  });

  it("by a limit of 0 says that access is off", async () => {
    await post("/quotas", { audience: "customer", limit: "0" });

    const refused = await post("/authorize", { ...REQUEST, id: "r", customer: "42", estimate: TOKENS });

    expect([refused.status, refused.body.code]).toEqual([403, "access_disabled"]);
  });

  it("of what has no price says so, where the merchant wants that", async () => {
    await patch("/settings", { unpricedPolicy: "block" });

    const refused = await post("/authorize", { ...REQUEST, operation: "dance", id: "r", customer: "42" });

    expect([refused.status, refused.body.code, refused.body.allowed]).toEqual([422, "unpriced", false]);
  });

  it.each([
    ["both", { customer: "42", guest: { session: "s" } }],
    ["neither", {}],
    ["neither but nulls", { customer: null, guest: null }],
  ])("of who is %s customer and guest is about the input", async (_which, who) => {
    for (const path of ["/authorize", "/usage"]) {
      const input = path === "/usage" ? { usage: TOKENS } : { estimate: TOKENS };
      const { status, body } = await post(path, { ...REQUEST, ...who, ...input, id: "r" });
      expect([path, status, body.code]).toEqual([path, 422, "invalid_input"]);
    }
  });
});

describe("a batch", () => {
  it("records what is good, in order, whatever is bad beside it", async () => {
    await grant("10");
    const event = { ...REQUEST, customer: "42", usage: TOKENS };
    const events = [
      { ...event, id: "b-1" },
      { ...event, id: "b-2", colour: "red" },
      "no object",
      { ...event, id: "b-1" },
      { ...event, id: "b-3", guest: { session: "s" } },
      { ...event, id: "b-4" },
    ];

    const { status, body } = await post("/usage/batch", { events });

    expect(status).toBe(200);
    expect(
      body.results.map(({ id, status: became }: { id: string; status: string }) => [id, became]),
    ).toEqual([
      ["b-1", "recorded"],
      ["b-2", "rejected"],
      [null, "rejected"],
      ["b-1", "replayed"],
      ["b-3", "rejected"],
      ["b-4", "recorded"],
    ]);
    expect(body.results[1]).toMatchObject({ code: "invalid_input", errors: [{ path: "colour" }] });
    expect(await get("/customers/42/balance")).toMatchObject({ total: "6" });
  });

  it.each([[{ events: [] }], [{ events: {} }], [{}], [{ events: [{}], more: 1 }]])(
    "of another shape is refused: %j",
    async (json) => {
      expect((await post("/usage/batch", json)).status).toBe(422);
    },
  );

  it("has 1,000 events at most", async () => {
    expect((await post("/usage/batch", { events: Array(1_001).fill({}) })).status).toBe(422);
    expect((await post("/usage/batch", { events: Array(1_000).fill({}) })).body.results).toHaveLength(1_000);
  });
});
