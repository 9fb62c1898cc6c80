import { describe, expect, it } from "vitest";
import { prisma, readSql } from "@/lib/db";
import { loadSettings } from "@/lib/merchants";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { createQuota, deleteQuota, getQuota, listQuotas, loadQuotas, updateQuota } from "@/lib/quotas";
import type { CreateQuotaInput } from "./schemas";

const BUTTON = {
  slot: "primary",
  type: "custom_url",
  label: "Plans",
  url: "https://shop.example.com",
} as const;
const MONTHLY: CreateQuotaInput = {
  audience: "role",
  role: "subscriber",
  module: "chatbot",
  limit: "100",
  period: "monthly",
  anchorDay: 31,
  timeZone: "Europe/Berlin",
  actions: [BUTTON],
};

async function configVersion(merchantId: string): Promise<bigint> {
  return (await loadSettings(readSql(), merchantId)).configVersion;
}

describe("listQuotas", () => {
  it("leaves those of one module or audience, page after page", async () => {
    const { ctx } = await makeMerchant();
    const base = { limit: "5", period: "daily" } as const;
    const first = await createQuota(ctx, { ...base, audience: "guest", module: "chatbot" });
    await createQuota(ctx, { ...base, audience: "customer" });
    await createQuota(ctx, { ...base, audience: "customer", module: "ai_forms" });
    const last = await createQuota(ctx, { ...base, audience: "customer", module: "chatbot" });

    const page = await listQuotas(ctx, { module: "chatbot", limit: 1 });
    const rest = await listQuotas(ctx, { module: "chatbot", cursor: page.nextCursor ?? "" });

    expect([page.data, rest.data]).toEqual([[last], [first]]);
    expect((await listQuotas(ctx, { module: "chatbot", audience: "customer" })).data).toEqual([last]);
    expect((await listQuotas(ctx, { audience: "guest" })).data).toEqual([first]);
  });
});

describe("createQuota", () => {
  it("keeps the quota for the engine and tells servers that limits changed", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const before = await configVersion(merchantId);

    const quota = await createQuota(ctx, MONTHLY);

    expect(quota).toMatchObject({
      ...{ audience: "role", role: "subscriber", module: "chatbot", bot: null, store: null },
      ...{ limit: 100_000_000n, networkLimit: null, period: "monthly", anchorDay: 31, anchorMonth: 1 },
      ...{ timeZone: "Europe/Berlin", message: null, actions: [BUTTON], mode: "enforce", enabled: true },
    });
    expect(await getQuota(ctx, quota.id)).toEqual(quota);
    expect(await loadQuotas(readSql(), merchantId)).toEqual([quota]);
    expect(await configVersion(merchantId)).toBe(before + 1n);
  });

  it("counts for ever and without limit when nothing else is said", async () => {
    const { ctx } = await makeMerchant();

    const quota = await createQuota(ctx, { audience: "customer" });

    expect(quota).toMatchObject({
      limit: null,
      period: "never",
      mode: "enforce",
      enabled: true,
      actions: [],
    });
  });

  it("registers the module, bot and store it names", async () => {
    const { ctx, merchantId } = await makeMerchant();

    await createQuota(ctx, { audience: "guest", bot: "support", store: "main", networkLimit: "500" });

    expect(await prisma.bot.findMany({ where: { merchantId } })).toMatchObject([{ id: "support" }]);
    expect(await prisma.store.findMany({ where: { merchantId } })).toMatchObject([{ id: "main" }]);
  });

  it.each<[Partial<CreateQuotaInput>, string]>([
    [{ role: null }, "role"],
    [{ audience: "customer" }, "role"],
    [{ networkLimit: "5" }, "networkLimit"],
  ])("refuses %o, naming %s", async (change, path) => {
    const { ctx } = await makeMerchant();

    const attempt = createQuota(ctx, { ...MONTHLY, ...change });

    await expect(attempt).rejects.toMatchObject({ code: "invalid_input", details: { errors: [{ path }] } });
  });

  it.each<[Partial<CreateQuotaInput>, string]>([
    [{ limit: "-1" }, "limit"],
    [{ limit: "0.0000001" }, "limit"],
    [{ anchorDay: 32 }, "anchorDay"],
    [{ anchorMonth: 0 }, "anchorMonth"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ timeZone: "+01:00" }, "timeZone"],
    [{ actions: [BUTTON, BUTTON] }, "actions"],
    [{ actions: [{ slot: "primary", type: "custom_url", label: "Plans" }] }, "actions.0.url"],
    [{ actions: [{ ...BUTTON, url: "javascript:alert(1)" }] }, "actions.0.url"],
  ])("refuses %o, naming %s", async (change, path) => {
    const { ctx } = await makeMerchant();

    const issues = await createQuota(ctx, { ...MONTHLY, ...change }).catch((error) => error.issues);

    expect(issues.map((issue: { path: string[] }) => issue.path.join("."))).toEqual([path]);
  });

  it("belongs to who may change limits", async () => {
    const { merchantId } = await makeMerchant();

    const attempt = createQuota(makeCtx(merchantId, { role: "support" }), MONTHLY);

    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("updateQuota", () => {
  it("changes what is given, clears what is null and keeps the rest", async () => {
    const { ctx } = await makeMerchant();
    const quota = await createQuota(ctx, MONTHLY);

    const changed = await updateQuota(ctx, quota.id, { limit: null, timeZone: null, mode: "observe" });

    expect(changed).toEqual({ ...quota, limit: null, timeZone: null, mode: "observe" });
    expect(await getQuota(ctx, quota.id)).toEqual(changed);
  });

  it("writes nothing when nothing changes", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const quota = await createQuota(ctx, MONTHLY);
    const before = await configVersion(merchantId);

    expect(await updateQuota(ctx, quota.id, { limit: "100.000000", actions: [BUTTON] })).toEqual(quota);

    expect(await configVersion(merchantId)).toBe(before);
  });

  it("refuses what would no longer go together", async () => {
    const { ctx } = await makeMerchant();
    const quota = await createQuota(ctx, { audience: "guest", networkLimit: "500" });

    const attempt = updateQuota(ctx, quota.id, { audience: "customer" });

    await expect(attempt).rejects.toMatchObject({
      code: "invalid_input",
      details: { errors: [{ path: "networkLimit" }] },
    });
    expect(await updateQuota(ctx, quota.id, { audience: "customer", networkLimit: null })).toMatchObject({
      audience: "customer",
    });
  });

  it("loses no one of several simultaneous edits", async () => {
    const { ctx } = await makeMerchant();
    const quota = await createQuota(ctx, MONTHLY);

    await Promise.all([
      updateQuota(ctx, quota.id, { limit: "7" }),
      updateQuota(ctx, quota.id, { message: "Soon." }),
      updateQuota(ctx, quota.id, { anchorDay: 3 }),
    ]);

    expect(await getQuota(ctx, quota.id)).toMatchObject({
      limit: 7_000_000n,
      message: "Soon.",
      anchorDay: 3,
    });
  });
});

describe("a key bound to a store", () => {
  it("makes and changes quotas of that store only", async () => {
    const { ctx } = await makeMerchant();
    const bound = { ...ctx, storeId: "main" };
    const everywhere = await createQuota(ctx, MONTHLY);

    const own = await createQuota(bound, MONTHLY);

    expect(own.store).toBe("main");
    expect(await updateQuota(bound, own.id, { limit: "1" })).toMatchObject({
      store: "main",
      limit: 1_000_000n,
    });
    for (const attempt of [
      () => createQuota(bound, { ...MONTHLY, store: "other" }),
      () => updateQuota(bound, own.id, { store: null }),
      () => updateQuota(bound, everywhere.id, { limit: "1" }),
      () => deleteQuota(bound, everywhere.id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("deleteQuota", () => {
  it("takes the quota out of force, once", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const quota = await createQuota(ctx, MONTHLY);

    await deleteQuota(ctx, quota.id);

    await expect(getQuota(ctx, quota.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteQuota(ctx, quota.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await loadQuotas(readSql(), merchantId)).toEqual([]);
  });
});

describe("another merchant", () => {
  it("finds nothing", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: outsider } = await makeMerchant();
    const quota = await createQuota(ctx, MONTHLY);

    for (const attempt of [
      () => getQuota(outsider, quota.id),
      () => updateQuota(outsider, quota.id, { enabled: false }),
      () => deleteQuota(outsider, quota.id),
      () => getQuota(outsider, "no id at all"),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await listQuotas(outsider)).data).toEqual([]);
  });
});
