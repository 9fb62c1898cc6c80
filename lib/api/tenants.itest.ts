import { beforeAll, describe, expect, it } from "vitest";
import { SECRET, teller } from "@/lib/commerce/testing";
import { makeMerchant } from "@/lib/merchants/testing";
import { ENDPOINTS } from "./endpoints";
import { call } from "./testing";

const USAGE = {
  id: "u-1",
  customer: { id: "ada", roles: ["gold"] },
  module: "chatbot",
  operation: "chat",
  bot: "support",
  form: "ask",
  store: "main",
  provider: "openai",
  model: "gpt-4o",
  usage: { inputTokens: 3 },
  conversation: { id: "c-1", messages: [{ role: "user", content: "a secret of ours" }] },
};

let theirs: { key: string; id: Record<string, string> };
let outsider: string;

/** A merchant with one of everything, and another one who knows all of its ids. */
beforeAll(async () => {
  outsider = (await makeMerchant()).apiKey;
  const { apiKey: key, ctx } = await makeMerchant();
  const make = async (path: string, json: object) => (await call(`POST ${path}`, { key, json })).body;

  const rule = await make("/pricing-rules", { operation: "chat", method: "flat", unitRate: "1" });
  const quota = await make("/quotas", { audience: "customer", limit: "50", period: "daily" });
  const sold = await make("/packages", { name: "Small", credits: "100", wooProduct: 101 });
  const shop = await make("/connections", { kind: "woocommerce", name: "Shop", webhookSecret: SECRET });
  await teller(ctx, shop.id)("order.updated", { id: 1, status: "completed", customer_id: 0, line_items: [] });
  const { body: purchases } = await call("GET /purchases", { key });
  const { body: deliveries } = await call("GET /deliveries", { key });
  const apiKey = await make("/api-keys", { name: "other", scopes: ["usage:read"] });
  await make("/customers/ada/credits", { id: "g-1", amount: "10", reason: "gift" });
  const usage = await make("/usage", USAGE);
  const { usage: estimate, conversation: _, ...request } = USAGE;
  await make("/authorize", { ...request, id: "h-1", estimate });
  const table = { fileName: "old.csv", header: ["time"], mapping: { time: 0 } };
  const task = await make("/log-imports", table);
  const id = {
    task: task.id,
    package: sold.id,
    connection: shop.id,
    purchase: purchases.data[0].id,
    delivery: deliveries.data[0].id,
    rule: rule.id,
    quota: quota.id,
    apiKey: apiKey.id,
    log: usage.logId,
  };
  theirs = { key, id: { ...id, hold: "h-1", customer: "ada", bot: "support", form: "ask", store: "main" } };
}, 60_000);

const NAMED: Record<string, string> = {
  "/pricing-rules/{id}": "rule",
  "/pricing-rules/{id}/versions": "rule",
  "/quotas/{id}": "quota",
  "/packages/{id}": "package",
  "/connections/{id}": "connection",
  "/connections/{id}/rotate-secret": "connection",
  "/connections/{id}/test": "connection",
  "/connections/{id}/webhooks": "connection",
  "/connections/{id}/products": "connection",
  "/connections/{id}/reconcile": "connection",
  "/connections/{id}/prices": "connection",
  "/purchases/{id}": "purchase",
  "/purchases/{id}/entries": "purchase",
  "/purchases/{id}/assign": "purchase",
  "/purchases/{id}/refresh": "purchase",
  "/purchases/{id}/rehearsal": "purchase",
  "/connections/{id}/orders": "connection",
  "/deliveries/{id}": "delivery",
  "/deliveries/{id}/replay": "delivery",
  "/quotas/{id}/usage": "quota",
  "/quotas/{id}/resets": "quota",
  "/quotas/{id}/trial": "quota",
  "/api-keys/{id}": "apiKey",
  "/api-keys/{id}/rotate": "apiKey",
  "/holds/{id}": "hold",
  "/logs/{id}": "log",
  "/tasks/{id}": "task",
  "/exports/{id}/file": "task",
  "/log-imports/{id}/rows": "task",
  "/log-imports/{id}/complete": "task",
  "/log-imports/{id}/problems": "task",
  "/stores/{id}": "store",
  "/bots/{id}": "bot",
  "/forms/{id}": "form",
  "/customers/{externalId}": "customer",
  "/customers/{externalId}/balance": "customer",
  "/customers/{externalId}/ledger": "customer",
  "/customers/{externalId}/portal-links": "customer",
  "/customers/{externalId}/holds": "customer",
  "/customers/{externalId}/holds/{id}": "hold",
  "/customers/{externalId}/freeze": "customer",
  "/customers/{externalId}/unfreeze": "customer",
  "/customers/{externalId}/quotas": "customer",
  "/customers/{externalId}/quotas/reset": "customer",
};

/** What is sent to operations that look at nothing before they have read it. */
const SENT: Record<string, object> = {
  "/log-imports/{id}/rows": { sequence: 0, firstRow: 0, rows: [["2026-01-01T00:00:00Z"]] },
  "/log-imports/{id}/complete": { rows: 1 },
  "/purchases/{id}/assign": { customer: "ada" },
  "/connections/{id}/orders": { order: 1041 },
};

/** What makes a customer of one's own on sight: the outsider's "ada" is another person. */
const MAKES_ITS_OWN = ["putCustomer", "setBalance", "addCredits"];
/** Every merchant starts with the same built-in modules. */
const ON_MODULES = ["getModule", "renameModule", "deleteModule"];

const onOneThing = ENDPOINTS.filter(
  ({ path, operationId }) =>
    path.includes("{") && !MAKES_ITS_OWN.includes(operationId) && !ON_MODULES.includes(operationId),
);

describe("another merchant's things", () => {
  it.each(onOneThing.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    "are not found: %s",
    async (_name, { method, path }) => {
      const name = NAMED[path];
      expect(name, `${path} needs a line in this table`).toBeDefined();
      const id = theirs.id[name ?? ""] ?? "";
      const operation = `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, encodeURIComponent(id))}`;
      const json =
        method === "patch" ? { name: "mine now" } : method === "post" ? (SENT[path] ?? {}) : undefined;
      const own = path.startsWith("/pricing-rules") || path.startsWith("/quotas");

      const { status, body } = await call(operation, {
        key: outsider,
        json: method === "patch" && own ? { enabled: false } : json,
      });

      expect([operation, status, body.code]).toEqual([operation, 404, "not_found"]);
    },
  );

  it.each([
    "/customers",
    "/balances",
    "/ledger",
    "/logs",
    "/pricing-rules",
    "/quotas",
    "/packages",
    "/connections",
    "/purchases",
    "/deliveries",
    "/stores",
    "/bots",
    "/forms",
    "/tasks",
  ])("are in no list: %s", async (path) => {
    expect((await call(`GET ${path}`, { key: theirs.key })).body.data).not.toHaveLength(0);

    expect((await call(`GET ${path}`, { key: outsider })).body).toEqual({ data: [], nextCursor: null });
  });

  it("are in no figure and in no search", async () => {
    const { body } = await call("GET /activity?range=7d", { key: outsider });

    expect(body.cards).toMatchObject({ creditsAdded: "0", balanceDebited: "0", ledgerEntries: 0 });
    expect((await call("GET /logs?search=secret", { key: outsider })).body.data).toEqual([]);
    expect((await call("GET /verify", { key: outsider })).body).toMatchObject({
      ok: true,
      wallets: 0,
      entries: 0,
    });
  });

  it("lend no price, no balance and no hold to a request that names them", async () => {
    const request = { ...USAGE, id: "u-2", hold: "h-1" };

    const { status, body } = await call("POST /usage", { key: outsider, json: request });

    expect([status, body.code]).toEqual([404, "not_found"]);
    const own = await call("POST /usage", { key: outsider, json: { ...USAGE, id: "u-1" } });
    expect(own.status).toBe(201);
    expect(own.body).toMatchObject({ rule: null, fromBalance: "0", replayed: false });
  });

  it("stay as they were after all that", async () => {
    const balance = await call("GET /customers/ada/balance", { key: theirs.key });
    expect(balance.body).toMatchObject({ total: "9", held: "1", available: "8" });
    expect((await call("GET /holds/h-1", { key: theirs.key })).body.state).toBe("open");
    expect((await call(`GET /pricing-rules/${theirs.id["rule"]}`, { key: theirs.key })).body.enabled).toBe(
      true,
    );
  });
});
