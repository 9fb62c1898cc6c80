import { describe, expect, it } from "vitest";
import { permissionsOfScopes } from "@/lib/access";
import { listAudit } from "@/lib/audit";
import { meteredTx, readSql } from "@/lib/db";
import {
  createBot,
  createForm,
  createModule,
  createStore,
  deleteBot,
  deleteForm,
  deleteModule,
  deleteStore,
  getModule,
  getStore,
  listBots,
  listForms,
  listModules,
  listStores,
  loadSettings,
  patchStore,
  registerOnSight,
  renameBot,
  renameForm,
  renameModule,
} from "@/lib/merchants";
import { makeMerchant } from "./testing";

const now = new Date("2026-11-20T10:00:00Z");
const ids = (page: { data: { id: string }[] }) => page.data.map((each) => each.id).sort();

describe("stores", () => {
  it("are created, changed and deleted by their id, and each step is on record", async () => {
    const { ctx } = await makeMerchant({ now });

    const made = await createStore(ctx, { id: "main", name: "Main shop", url: "https://shop.example" });
    await patchStore(ctx, "main", { name: "The shop" });
    const changed = await patchStore(ctx, "main", { url: null });

    expect(made).toEqual({ id: "main", name: "Main shop", url: "https://shop.example", createdAt: now });
    expect(changed).toEqual({ id: "main", name: "The shop", url: null, createdAt: now });
    expect(await getStore(ctx, "main")).toEqual(changed);
    await deleteStore(ctx, "main");
    await expect(getStore(ctx, "main")).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteStore(ctx, "main")).rejects.toMatchObject({ code: "not_found" });
    expect((await listAudit(ctx)).data.map((each) => each.action).slice(0, 4)).toEqual([
      "store.delete",
      "store.change",
      "store.change",
      "store.create",
    ]);
  });

  it("keep to one per id, in any script", async () => {
    const { ctx } = await makeMerchant({ now });
    await createStore(ctx, { id: "店舗 🏪" });

    await expect(createStore(ctx, { id: "店舗 🏪", name: "again" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await getStore(ctx, "店舗 🏪")).name).toBe("店舗 🏪");
  });

  it("are listed newest first, page by page", async () => {
    const { ctx } = await makeMerchant({ now });
    for (const [minute, id] of ["a", "b", "c"].entries()) {
      await createStore({ ...ctx, now: new Date(now.getTime() + minute * 60_000) }, { id });
    }
    await createStore(ctx, { id: "same instant as a" });

    const first = await listStores(ctx, { limit: 3 });
    const second = await listStores(ctx, { limit: 3, cursor: first.nextCursor ?? "" });

    expect([...first.data, ...second.data].map((each) => each.id)).toEqual([
      "c",
      "b",
      "same instant as a",
      "a",
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it("beyond the one a key is bound to are not there for it", async () => {
    const { ctx } = await makeMerchant({ now });
    await createStore(ctx, { id: "shop" });
    await createStore(ctx, { id: "blog" });
    const bound = { ...ctx, storeId: "shop", permissions: permissionsOfScopes(["*"]) };

    expect(ids(await listStores(bound))).toEqual(["shop"]);
    await expect(getStore(bound, "blog")).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteStore(bound, "blog")).rejects.toMatchObject({ code: "not_found" });
    await expect(createStore(bound, { id: "new" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(patchStore(bound, "shop", { name: "Shop" })).resolves.toMatchObject({ name: "Shop" });
  });
});

describe("modules, bots and forms", () => {
  it("are registered by hand with a name, and renamed", async () => {
    const { ctx } = await makeMerchant({ now });

    await createModule(ctx, { id: "ai_search", name: "AI search" });
    await createBot(ctx, { id: "support", module: "chatbot", name: "Support" });
    await createForm(ctx, { id: "f-1", module: "my_forms" });
    await renameModule(ctx, "ai_search", { name: "Search" });
    await renameBot(ctx, "support", { name: "Help desk" });
    await renameForm(ctx, "f-1", { name: "Contact" });

    expect(await getModule(ctx, "ai_search")).toMatchObject({ name: "Search" });
    expect((await listBots(ctx)).data).toEqual([
      { id: "support", module: "chatbot", name: "Help desk", createdAt: now },
    ]);
    expect((await listForms(ctx, { module: "my_forms" })).data).toMatchObject([
      { id: "f-1", name: "Contact" },
    ]);
    expect((await listForms(ctx, { module: "ai_forms" })).data).toEqual([]);
    expect(ids(await listModules(ctx))).toContain("my_forms");
    await expect(createModule(ctx, { id: "chatbot" })).rejects.toMatchObject({ code: "conflict" });
    await expect(createBot(ctx, { id: "support", module: "x" })).rejects.toMatchObject({ code: "conflict" });
    expect(ids(await listModules(ctx))).not.toContain("x");
  });

  it("go with their module when it is deleted, and servers are told to look again", async () => {
    const { ctx, merchantId } = await makeMerchant({ now });
    await createBot(ctx, { id: "support", module: "chatbot" });
    await createForm(ctx, { id: "f-1", module: "chatbot" });
    const { configVersion } = await loadSettings(readSql(), merchantId);

    await deleteModule(ctx, "chatbot");

    expect((await listBots(ctx)).data).toEqual([]);
    expect((await listForms(ctx)).data).toEqual([]);
    expect((await loadSettings(readSql(), merchantId)).configVersion).toBe(configVersion + 1n);
    await expect(getModule(ctx, "chatbot")).rejects.toMatchObject({ code: "not_found" });
  });

  it("are deleted one by one", async () => {
    const { ctx } = await makeMerchant({ now });
    await createBot(ctx, { id: "b", module: "chatbot" });
    await createForm(ctx, { id: "f", module: "ai_forms" });

    await deleteBot(ctx, "b");
    await deleteForm(ctx, "f");

    await expect(deleteBot(ctx, "b")).rejects.toMatchObject({ code: "not_found" });
    await expect(renameForm(ctx, "f", { name: "x" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("of another merchant are not there, and their ids are free", async () => {
    const { ctx } = await makeMerchant({ now });
    const stranger = await makeMerchant({ now });
    await createBot(ctx, { id: "support", module: "chatbot" });

    await expect(renameBot(stranger.ctx, "support", { name: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(deleteBot(stranger.ctx, "support")).rejects.toMatchObject({ code: "not_found" });
    await createBot(stranger.ctx, { id: "support", module: "chatbot" });
    expect(ids(await listBots(ctx))).toEqual(["support"]);
  });
});

describe("registerOnSight", () => {
  const sighting = {
    modules: ["ai_search", "chatbot"],
    bots: [{ id: "support", module: "chatbot" }],
    forms: [{ id: "contact", module: "unheard_of" }],
    stores: ['odd "name", {with} \\ all'],
    at: now,
  };

  it("registers what requests name, once, in a metered transaction", async () => {
    const { ctx, merchantId } = await makeMerchant({ now });
    await createBot(ctx, { id: "support", module: "assistant", name: "Mine" });

    for (let i = 0; i < 2; i += 1) {
      await meteredTx(async (sql) => {
        await sql.rows({ name: "ask", text: "SELECT 1" }, []);
        await registerOnSight(sql, merchantId, sighting);
      });
    }

    expect(ids(await listModules(ctx))).toEqual(expect.arrayContaining(["ai_search", "unheard_of"]));
    expect((await listBots(ctx)).data).toMatchObject([{ id: "support", module: "assistant", name: "Mine" }]);
    expect((await listForms(ctx)).data).toMatchObject([{ id: "contact", module: "unheard_of" }]);
    expect(ids(await listStores(ctx))).toEqual(sighting.stores);
  });

  it("lets several transactions name the same things at once", async () => {
    const { ctx, merchantId } = await makeMerchant({ now });
    const many = Array.from({ length: 20 }, (_, i) => `store-${i}`);

    await Promise.all(
      [many, [...many].reverse(), many].map((stores) =>
        meteredTx(async (sql) => {
          await sql.rows({ name: "ask", text: "SELECT 1" }, []);
          await registerOnSight(sql, merchantId, { ...sighting, stores });
        }),
      ),
    );

    expect(ids(await listStores(ctx, { limit: 200 }))).toEqual([...many].sort());
  });
});
