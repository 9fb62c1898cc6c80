import { describe, expect, it } from "vitest";
import { type Ctx, permissionsOfRole, permissionsOfScopes, type Scope } from "@/lib/access";
import { listAudit } from "@/lib/audit";
import { ctxOfApiKey } from "@/lib/auth";
import {
  createApiKey,
  getApiKey,
  listApiKeys,
  listStores,
  patchApiKey,
  revokeApiKey,
  rotateApiKey,
} from "@/lib/merchants";
import { makeMerchant } from "./testing";

const now = new Date("2026-11-20T10:00:00Z");
const enter = (key: string) => ctxOfApiKey(`Bearer ${key}`, now);

async function keyWith(ctx: Ctx, scopes: Scope[], store?: string) {
  const made = await createApiKey(ctx, { name: scopes.join(" "), scopes, store: store ?? null });
  return { ...made, as: await enter(made.key) };
}

describe("API keys", () => {
  it("are shown once, and open the door with just their scopes", async () => {
    const { ctx, merchantId } = await makeMerchant({ now });

    const made = await createApiKey(ctx, { name: "ci", scopes: ["usage:read", "usage:write", "usage:read"] });

    expect(made).toMatchObject({
      name: "ci",
      scopes: ["usage:write", "usage:read"],
      store: null,
      lastUsedAt: null,
    });
    expect(made.key).toMatch(/^tg_[\w-]{22}_[\w-]{43}$/);
    const { key: _shownOnce, ...kept } = made;
    expect(await getApiKey(ctx, made.id)).toEqual(kept);
    expect(await enter(made.key)).toMatchObject({
      merchantId,
      actor: { kind: "api_key", id: made.id, label: "ci" },
      permissions: permissionsOfScopes(["usage:write", "usage:read"]),
    });
  });

  it("are refused at once when revoked, and revoked once", async () => {
    const { ctx } = await makeMerchant({ now });
    const { id, key } = await keyWith(ctx, ["usage:read"]);

    await revokeApiKey(ctx, id);

    await expect(enter(key)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(revokeApiKey(ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getApiKey(ctx, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listApiKeys(ctx)).data.map((each) => each.id)).not.toContain(id);
  });

  it("may revoke themselves", async () => {
    const { ctx } = await makeMerchant({ now });
    const { id, key, as } = await keyWith(ctx, ["keys:write"]);

    await revokeApiKey(as, id);

    await expect(enter(key)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("are replaced in one step by rotating: the old one ends, the new one may the same", async () => {
    const { ctx } = await makeMerchant({ now });
    const old = await keyWith(ctx, ["credits:write"], "main");

    const fresh = await rotateApiKey(ctx, old.id);

    expect(fresh).toMatchObject({ name: old.name, scopes: ["credits:write"], store: "main" });
    expect(fresh.id).not.toBe(old.id);
    await expect(enter(old.key)).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await enter(fresh.key)).permissions).toEqual(old.as.permissions);
    await expect(rotateApiKey(ctx, old.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are renamed without changing what they may", async () => {
    const { ctx } = await makeMerchant({ now });
    const { id, key, as } = await keyWith(ctx, ["usage:read"]);

    await patchApiKey(ctx, id, { name: "Reports" });

    expect(await enter(key)).toMatchObject({ actor: { label: "Reports" }, permissions: as.permissions });
    const tooMuch = { name: "Reports", scopes: ["*"] };
    await expect(patchApiKey(ctx, id, tooMuch)).rejects.toThrow(
      expect.objectContaining({ name: "ZodError" }),
    );
  });

  it("are listed newest first, page by page", async () => {
    const { ctx } = await makeMerchant({ now });
    const made = [];
    for (const name of ["a", "b", "c"])
      made.push((await createApiKey(ctx, { name, scopes: ["usage:read"] })).id);

    const first = await listApiKeys(ctx, { limit: 2 });
    const second = await listApiKeys(ctx, { limit: 2, cursor: first.nextCursor ?? "" });

    expect([...first.data, ...second.data].map((each) => each.name)).toEqual(["c", "b", "a", "First key"]);
    expect(second.nextCursor).toBeNull();
    await expect(listApiKeys(ctx, { cursor: "made up" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("leave a trail without secrets", async () => {
    const { ctx } = await makeMerchant({ now });
    const { id, key } = await keyWith(ctx, ["usage:read"]);
    await patchApiKey(ctx, id, { name: "Renamed" });
    const fresh = await rotateApiKey(ctx, id);
    await revokeApiKey(ctx, fresh.id);

    const trail = (await listAudit(ctx)).data;

    expect(trail.map((each) => each.action)).toEqual([
      "api_key.revoke",
      "api_key.rotate",
      "api_key.rename",
      "api_key.create",
      "merchant.create",
    ]);
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${key.slice(-43)}|${fresh.key.slice(-43)}`));
  });
});

describe("no key does more than whoever made it", () => {
  const attempts: { by: Scope[]; wish: Scope[] }[] = [
    { by: ["keys:write"], wish: ["usage:read"] },
    { by: ["keys:write"], wish: ["*"] },
    { by: ["keys:write", "usage:read"], wish: ["keys:write", "usage:read", "usage:write"] },
    { by: ["keys:write", "settings:write"], wish: ["credits:write"] },
  ];

  it.each(attempts)("$by cannot make $wish", async ({ by, wish }) => {
    const { ctx } = await makeMerchant({ now });
    const { as } = await keyWith(ctx, by);

    await expect(createApiKey(as, { name: "more", scopes: wish })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await listApiKeys(ctx)).data).toHaveLength(2);
  });

  it("but may make what it may do itself", async () => {
    const { ctx } = await makeMerchant({ now });
    const { as } = await keyWith(ctx, ["keys:write", "credits:write"]);

    const made = await createApiKey(as, { name: "same", scopes: ["keys:write", "credits:write"] });

    expect((await enter(made.key)).permissions).toEqual(as.permissions);
  });

  it("nor learns a more powerful key by rotating it", async () => {
    const { ctx } = await makeMerchant({ now });
    const { as } = await keyWith(ctx, ["keys:write", "usage:read"]);
    const strong = await keyWith(ctx, ["*"]);

    await expect(rotateApiKey(as, strong.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await enter(strong.key)).toMatchObject({ merchantId: ctx.merchantId });
  });

  it.each(["analyst", "support"] as const)("a member with the role %s makes none", async (role) => {
    const { ctx } = await makeMerchant({ now });
    const as = { ...ctx, permissions: permissionsOfRole(role) };

    await expect(createApiKey(as, { name: "k", scopes: ["usage:read"] })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(revokeApiKey(as, crypto.randomUUID())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a key bound to a store", () => {
  it("registers the store on sight and acts for it only", async () => {
    const { ctx } = await makeMerchant({ now });

    const { as } = await keyWith(ctx, ["usage:read"], "shop");

    expect(as.storeId).toBe("shop");
    expect((await listStores(ctx)).data).toMatchObject([{ id: "shop", name: "shop", url: null }]);
  });

  it("makes keys of the same store, sees no others, and cannot step out of it", async () => {
    const { ctx } = await makeMerchant({ now });
    const { as } = await keyWith(ctx, ["*"], "shop");
    const other = await keyWith(ctx, ["usage:read"], "blog");

    const made = await createApiKey(as, { name: "child", scopes: ["usage:read"] });

    expect(made.store).toBe("shop");
    await expect(
      createApiKey(as, { name: "x", scopes: ["usage:read"], store: "blog" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await listApiKeys(as)).data.map((each) => each.store)).toEqual(["shop", "shop"]);
    for (const act of [getApiKey, revokeApiKey, rotateApiKey]) {
      await expect(act(as, other.id)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("another merchant's keys", () => {
  it("are not there", async () => {
    const { ctx } = await makeMerchant({ now });
    const stranger = await makeMerchant({ now });
    const { id, key } = await keyWith(ctx, ["usage:read"]);

    for (const act of [
      () => getApiKey(stranger.ctx, id),
      () => patchApiKey(stranger.ctx, id, { name: "mine" }),
      () => revokeApiKey(stranger.ctx, id),
      () => rotateApiKey(stranger.ctx, id),
      () => getApiKey(stranger.ctx, "no-uuid"),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await enter(key)).merchantId).toBe(ctx.merchantId);
  });
});
