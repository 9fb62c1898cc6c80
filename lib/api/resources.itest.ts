import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { call, RULE, useMerchant } from "./testing";

const { get, post, patch, remove } = useMerchant();

/** What a client can be told by a resource that is made, read, changed, listed and deleted. */
const ROUND_TRIPS = [
  {
    path: "/pricing-rules",
    made: { ...RULE, provider: "openai", model: "o9*", module: null, cachedInputRate: "0.25" },
    shown: {
      version: 1,
      module: null,
      bot: null,
      form: null,
      cachedInputRate: "0.25",
      rounding: "up_to_whole",
    },
    change: { outputRate: "2.50", provider: null },
    changed: { version: 2, outputRate: "2.5", provider: null, inputRate: "1" },
  },
  {
    path: "/quotas",
    made: { audience: "role", role: "gold", limit: "100.5", period: "weekly", anchorDay: null, mode: null },
    shown: { limit: "100.5", networkLimit: null, anchorDay: 1, actions: [], mode: "enforce", enabled: true },
    change: { limit: "0", message: "Wait.", period: null },
    changed: { limit: "0", message: "Wait.", period: "weekly" },
  },
  {
    path: "/stores",
    made: { id: "butik æ", name: "Butik", url: "https://butik.example" },
    shown: { id: "butik æ", url: "https://butik.example" },
    change: { url: null },
    changed: { name: "Butik", url: null },
  },
  {
    path: "/modules",
    made: { id: "ai_search" },
    shown: { id: "ai_search", name: "ai_search" },
    change: { name: "AI search" },
    changed: { id: "ai_search", name: "AI search" },
  },
  {
    path: "/api-keys",
    made: { name: "Widget", scopes: ["usage:write"], store: "main" },
    shown: { scopes: ["usage:write"], store: "main", lastUsedAt: null },
    change: { name: "Old widget" },
    changed: { name: "Old widget", scopes: ["usage:write"] },
  },
];

describe.each(ROUND_TRIPS)("$path", ({ path, made, shown, change, changed }) => {
  it("is made, shown, listed, changed and deleted", async () => {
    const created = await post(path, made);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject(shown);
    const one = `${path}/${encodeURIComponent(created.body.id)}`;
    const { key: secret, ...rest } = created.body;

    expect((await get(one)).body).toEqual(rest);
    expect((await get(path)).body.data).toContainEqual(rest);

    const after = await patch(one, change);
    expect(after.status).toBe(200);
    expect(after.body).toMatchObject(changed);
    expect((await get(one)).body).toEqual(after.body);
    expect((await patch(one, change)).body).toEqual(after.body);

    expect((await remove(one)).status).toBe(204);
    for (const again of [await get(one), await patch(one, change), await remove(one)]) {
      expect([again.status, again.body.code]).toEqual([404, "not_found"]);
    }
    expect((await get(path)).body.data).not.toContainEqual(expect.objectContaining({ id: created.body.id }));
    if (secret !== undefined) expect((await call("GET /settings", { key: secret })).status).toBe(401);
  });

  it("refuses fields it does not know, when made and when changed", async () => {
    for (const answer of [
      await post(path, { ...made, colour: "red" }),
      await patch(`${path}/x`, { colour: 1 }),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toContainEqual({ path: "colour", message: "is not a known field" });
    }
  });

  it("pages, newest first", async () => {
    const { apiKey } = await makeMerchant();
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const unique = "id" in made ? { id: `${made.id}-${n}` } : "model" in made ? { model: `m-${n}` } : {};
      ids.push((await call(`POST ${path}`, { key: apiKey, json: { ...made, ...unique } })).body.id);
    }

    const seen: string[] = [];
    let query = "?limit=1";
    for (let page = 0; page < 20; page += 1) {
      const { body } = await call(`GET ${path}${query}`, { key: apiKey });
      expect(body.data).toHaveLength(1);
      seen.push(body.data[0].id);
      if (body.nextCursor === null) break;
      query = `?limit=1&cursor=${body.nextCursor}`;
    }

    expect(seen.slice(0, 3)).toEqual(ids.reverse());
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe.each([
  ["/bots", "chatbot"],
  ["/forms", "ai_forms"],
])("%s", (path, module) => {
  it("are registered, listed by module, renamed and removed", async () => {
    const created = await post(path, { id: "sales", module });
    expect(created.body).toMatchObject({ id: "sales", module, name: "sales" });
    expect((await post(path, { id: "sales", module })).status).toBe(409);

    expect((await patch(`${path}/sales`, { name: "Sales" })).body).toMatchObject({ name: "Sales", module });
    expect((await get(`${path}?module=${module}`)).body.data).toMatchObject([{ id: "sales", name: "Sales" }]);
    expect((await get(`${path}?module=elsewhere`)).body.data).toEqual([]);

    expect((await remove(`${path}/sales`)).status).toBe(204);
    expect((await remove(`${path}/sales`)).status).toBe(404);
  });
});

describe("/settings", () => {
  it("are shown and changed field by field", async () => {
    const { apiKey, slug } = await makeMerchant();

    const before = await call("GET /settings", { key: apiKey });
    const json = { timeZone: "Asia/Tokyo", unpricedPolicy: "block", quotaMessage: "Later." };
    const after = await call("PATCH /settings", { key: apiKey, json });

    expect(before.body).toMatchObject({ slug, timeZone: "UTC", weekStart: "monday", quotaMessage: null });
    expect(after.body).toEqual({ ...before.body, ...json });
    for (const wrong of [
      { timeZone: "Nowhere" },
      { burnOrder: "any" },
      { buyCreditsUrl: "ftp://x" },
      { colour: 1 },
    ]) {
      expect((await call("PATCH /settings", { key: apiKey, json: wrong })).status).toBe(422);
    }
  });
});

describe("/audit", () => {
  it("says who did what, and when", async () => {
    const { apiKey } = await makeMerchant();
    const { body: rule } = await call("POST /pricing-rules", { key: apiKey, json: RULE });

    const [latest] = (await call("GET /audit", { key: apiKey })).body.data;

    expect(latest).toMatchObject({
      action: "pricing_rule.create",
      entityId: rule.id,
      actor: { kind: "api_key" },
    });
  });
});

describe("/api-keys", () => {
  it("never make a key that may do more than themselves", async () => {
    const { body: keys } = await post("/api-keys", { name: "keys", scopes: ["keys:write"] });

    const wider = await call("POST /api-keys", {
      key: keys.key,
      json: { name: "w", scopes: ["usage:read"] },
    });
    const same = await call("POST /api-keys", { key: keys.key, json: { name: "s", scopes: ["keys:write"] } });

    expect([wider.status, wider.body.code]).toEqual([403, "forbidden"]);
    expect(same.status).toBe(201);
  });

  it("are replaced by a new one of the same powers", async () => {
    const { body: old } = await post("/api-keys", { name: "old", scopes: ["usage:read"] });

    const { status, body } = await post(`/api-keys/${old.id}/rotate`);

    expect(status).toBe(201);
    expect((await call("GET /settings", { key: body.key })).status).toBe(200);
    expect((await call("GET /settings", { key: old.key })).status).toBe(401);
  });
});
