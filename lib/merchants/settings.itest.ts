import { describe, expect, it } from "vitest";
import { permissionsOfRole } from "@/lib/access";
import { listAudit } from "@/lib/audit";
import { readSql } from "@/lib/db";
import { getSettings, loadSettings, loadSettingsOf, patchSettings } from "@/lib/merchants";
import type { PatchSettingsInput } from "./schemas";
import { makeMerchant } from "./testing";

describe("settings", () => {
  it("begin with the defaults of design.md", async () => {
    const { ctx, slug } = await makeMerchant();

    expect(await getSettings(ctx)).toEqual({
      name: `Merchant ${slug}`,
      slug,
      timeZone: "UTC",
      weekStart: "monday",
      currency: "USD",
      burnOrder: "balance_first",
      defaultRounding: "up_to_whole",
      unpricedPolicy: "raw_units",
      shortfallPolicy: "debt",
      quotaMessage: null,
      dashboardUrl: null,
      buyCreditsUrl: null,
      creditValue: null,
      dollarRate: null,
    });
  });

  it("change one by one, and every server is told in the same transaction", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const before = await loadSettings(readSql(), merchantId);

    const after = await patchSettings(ctx, { timeZone: "Asia/Kolkata", quotaMessage: "Come back tomorrow." });

    expect(after).toEqual({ ...(await getSettings(ctx)) });
    expect(after).toMatchObject({
      timeZone: "Asia/Kolkata",
      quotaMessage: "Come back tomorrow.",
      currency: "USD",
    });
    expect((await loadSettings(readSql(), merchantId)).configVersion).toBe(before.configVersion + 1n);
    const [event] = (await listAudit(ctx)).data;
    expect(event).toMatchObject({
      action: "settings.change",
      details: {
        changed: {
          timeZone: { from: "UTC", to: "Asia/Kolkata" },
          quotaMessage: { from: null, to: "Come back tomorrow." },
        },
      },
    });
  });

  it("are cleared by null and left alone by what is absent or the same", async () => {
    const { ctx, merchantId } = await makeMerchant();
    await patchSettings(ctx, {
      dashboardUrl: "https://shop.example/usage",
      buyCreditsUrl: "http://localhost:8080",
    });

    await patchSettings(ctx, { dashboardUrl: null });
    const version = (await loadSettings(readSql(), merchantId)).configVersion;
    await patchSettings(ctx, {});
    await patchSettings(ctx, { currency: "USD", dashboardUrl: null });

    expect(await getSettings(ctx)).toMatchObject({
      dashboardUrl: null,
      buyCreditsUrl: "http://localhost:8080",
    });
    expect((await loadSettings(readSql(), merchantId)).configVersion).toBe(version);
  });

  it.each([
    ["0.0100", "0.01"],
    ["007", "7"],
    ["0.000000001", "0.000000001"],
    ["120", "120"],
  ])("keep what a credit is worth exactly: %s", async (given, kept) => {
    const { ctx } = await makeMerchant();

    expect((await patchSettings(ctx, { creditValue: given })).creditValue).toBe(kept);
    expect((await getSettings(ctx)).creditValue).toBe(kept);
  });

  it("do not lose a change to another made at the same time", async () => {
    const { ctx } = await makeMerchant();

    await Promise.all([
      patchSettings(ctx, { currency: "EUR" }),
      patchSettings(ctx, { weekStart: "sunday" }),
      patchSettings(ctx, { burnOrder: "quota_first" }),
    ]);

    expect(await getSettings(ctx)).toMatchObject({
      currency: "EUR",
      weekStart: "sunday",
      burnOrder: "quota_first",
    });
  });

  const wrong: PatchSettingsInput[] = [
    { timeZone: "+02:00" },
    { timeZone: "Nowhere/Land" },
    { currency: "EURO" },
    { currency: "eur" },
    { dashboardUrl: "javascript:alert(1)" },
    { buyCreditsUrl: "ftp://shop.example" },
    { name: "" },
    { slug: "Not A Slug" },
    { quotaMessage: "   " },
    { creditValue: "0" },
    { creditValue: "1e-7" },
    { creditValue: "-0.01" },
    { creditValue: "0.0000000001" },
  ];
  it.each(wrong)("refuse %j", async (change) => {
    const { ctx } = await makeMerchant();
    await expect(patchSettings(ctx, change)).rejects.toThrow(expect.objectContaining({ name: "ZodError" }));
  });

  it("refuse a slug that another merchant has", async () => {
    const { ctx } = await makeMerchant();
    const other = await makeMerchant();

    await expect(patchSettings(ctx, { slug: other.slug })).rejects.toMatchObject({ code: "conflict" });
    expect((await getSettings(ctx)).slug).not.toBe(other.slug);
  });

  it("are read by everyone and changed by owners and admins", async () => {
    const { ctx } = await makeMerchant();
    const as = (role: "admin" | "analyst" | "support") => ({ ...ctx, permissions: permissionsOfRole(role) });

    await expect(patchSettings(as("admin"), { currency: "EUR" })).resolves.toMatchObject({ currency: "EUR" });
    for (const role of ["analyst", "support"] as const) {
      await expect(getSettings(as(role))).resolves.toMatchObject({ currency: "EUR" });
      await expect(patchSettings(as(role), { currency: "GBP" })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("are loaded for several merchants at once, unknown ones left out", async () => {
    const [one, two] = [await makeMerchant(), await makeMerchant()];

    const loaded = await loadSettingsOf(readSql(), [one.merchantId, two.merchantId, crypto.randomUUID()]);

    expect(loaded.map((each) => each.slug).sort()).toEqual([one.slug, two.slug].sort());
    await expect(loadSettings(readSql(), crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });

  it("are not overwritten by somebody who saw older ones, unless they wish the same", async () => {
    const { ctx } = await makeMerchant();
    await patchSettings(ctx, { name: "Newer", currency: "EUR" });

    const stale = patchSettings(
      ctx,
      { name: "Mine", timeZone: "Asia/Tokyo" },
      { name: "Older", timeZone: "UTC" },
    );
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    expect(await getSettings(ctx)).toMatchObject({ name: "Newer", timeZone: "UTC" });

    await patchSettings(ctx, { currency: "EUR" }, { currency: "USD" });
    await patchSettings(ctx, { name: "Mine" }, { name: "Newer" });
    expect(await getSettings(ctx)).toMatchObject({ name: "Mine", currency: "EUR" });
  });
});
