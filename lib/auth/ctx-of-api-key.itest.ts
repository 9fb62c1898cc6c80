import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { SCOPE_PERMISSIONS } from "@/lib/access";
import { prisma } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";
import { ctxOfApiKey } from "./ctx-of-api-key";

const noon = new Date("2026-11-20T12:00:00Z");
const after = (millis: number) => new Date(noon.getTime() + millis);

describe("ctxOfApiKey", () => {
  it("knows a good key, its merchant and what it may do", async () => {
    const { apiKey, merchantId } = await makeMerchant();

    const ctx = await ctxOfApiKey(`Bearer ${apiKey}`, noon);

    expect(ctx).toEqual({
      merchantId,
      actor: { kind: "api_key", id: expect.any(String), label: "First key" },
      permissions: new Set(SCOPE_PERMISSIONS["*"]),
      storeId: null,
      now: noon,
    });
    expect((await ctxOfApiKey(`bearer  ${apiKey}`, after(1))).now).toEqual(after(1));
  });

  it("refuses everything that is no good key, in the same words", async () => {
    const { apiKey, merchantId } = await makeMerchant();
    const other = await makeMerchant();
    const swapped = other.apiKey.slice(0, 26) + apiKey.slice(26);
    const nowhere = `tg_${Buffer.alloc(16, 7).toString("base64url")}_${apiKey.slice(26)}`;
    const flipped = apiKey.slice(0, -2) + (apiKey.at(-2) === "A" ? "B" : "A") + apiKey.at(-1);

    expect(swapped).not.toContain(merchantId);
    for (const bad of [
      swapped,
      nowhere,
      flipped,
      apiKey.slice(0, -1),
      `${apiKey}x`,
      "tg_",
      "x".repeat(5_000),
    ]) {
      await expect(ctxOfApiKey(`Bearer ${bad}`, noon)).rejects.toMatchObject({
        code: "unauthenticated",
        message: "This API key is not valid.",
      });
    }
    for (const bad of [
      null,
      undefined,
      "",
      apiKey,
      `Basic ${apiKey}`,
      "Bearer",
      "Bearer ",
      `Bearer ${apiKey} x`,
    ]) {
      await expect(ctxOfApiKey(bad, noon)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  it("forgets a key that another process revoked, long before it would look again", async () => {
    const { apiKey, merchantId } = await makeMerchant();
    await ctxOfApiKey(`Bearer ${apiKey}`, noon);
    await sleep(100); // let this process listen

    await prisma.apiKey.updateMany({ where: { merchantId }, data: { revokedAt: noon } });

    await vi.waitFor(async () => {
      await expect(ctxOfApiKey(`Bearer ${apiKey}`, noon)).rejects.toMatchObject({ code: "unauthenticated" });
    });
  });

  it("notes the use of a key, at most once a minute", async () => {
    const { apiKey, merchantId } = await makeMerchant();
    const lastUse = async () => (await prisma.apiKey.findFirstOrThrow({ where: { merchantId } })).lastUsedAt;

    for (const millis of [0, 1_000, 4_900, 59_000]) await ctxOfApiKey(`Bearer ${apiKey}`, after(millis));
    await vi.waitFor(async () => expect(await lastUse()).toEqual(noon));

    await ctxOfApiKey(`Bearer ${apiKey}`, after(60_000));
    await vi.waitFor(async () => expect(await lastUse()).toEqual(after(60_000)));
  });

  it("answers from memory for five seconds, then looks again", async () => {
    const { apiKey, merchantId } = await makeMerchant();
    const labelAt = async (millis: number) =>
      (await ctxOfApiKey(`Bearer ${apiKey}`, after(millis))).actor.label;
    await labelAt(0);

    await prisma.apiKey.updateMany({ where: { merchantId }, data: { name: "Renamed" } });

    expect(await labelAt(3_999)).toBe("First key");
    expect(await labelAt(5_000)).toBe("Renamed");
  });
});
