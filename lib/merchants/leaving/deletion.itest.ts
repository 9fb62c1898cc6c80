import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { call } from "@/lib/api/testing";
import { listAudit } from "@/lib/audit";
import { prisma } from "@/lib/db";
import { queuedMailsTo } from "@/lib/mail/testing";
import {
  addMember,
  cancelDeletion,
  findMemberships,
  getDeletion,
  removeMerchants,
  requestDeletion,
  startMerchantExport,
} from "@/lib/merchants";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { readSql } from "@/lib/db";
import { findTenantTables } from "./tenant-tables.repo";

const DAY = 24 * 60 * 60 * 1_000;
const inDays = (days: number, millis = 0) => new Date(Date.now() + days * DAY + millis);
const run = (at: Date) => removeMerchants({ clock: () => at, millis: 60_000 });

async function busyMerchant() {
  const made = await makeMerchant();
  const key = made.apiKey;
  await call("POST /pricing-rules", { key, json: { operation: "chat", method: "flat", unitRate: "1" } });
  await call("POST /quotas", { key, json: { audience: "customer", limit: "50", period: "daily" } });
  await call("POST /customers/ada/credits", { key, json: { id: "g-1", amount: "10", reason: "gift" } });
  const usage = { id: "u-1", customer: "ada", module: "chatbot", operation: "chat", provider: "openai" };
  const conversation = { id: "c-1", messages: [{ role: "user", content: "hello" }] };
  await call("POST /usage", {
    key,
    json: { ...usage, model: "gpt-4o", usage: { inputTokens: 3 }, conversation },
  });
  await startMerchantExport(made.ctx);
  return made;
}

/** How many rows each table has of a merchant. */
async function rowsOf(merchantId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await findTenantTables()) {
    const [row] = await prisma.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) AS count FROM "${name}" WHERE merchant_id = $1::uuid`,
      merchantId,
    );
    if (row && row.count > 0n) counts[name] = Number(row.count);
  }
  return counts;
}

describe("the deletion of a merchant", () => {
  it("waits for fourteen days in which everything goes on, and owners are told", async () => {
    const { ctx, slug, apiKey, ownerEmail, merchantId } = await busyMerchant();
    const before = await rowsOf(merchantId);

    const { deleteAt } = await requestDeletion(ctx, { slug });

    expect(deleteAt).toEqual(new Date(ctx.now.getTime() + 14 * DAY));
    expect(await getDeletion(ctx)).toMatchObject({ deleteAt, requestedBy: ctx.actor.label });
    const [mail] = await queuedMailsTo(ownerEmail);
    expect(JSON.stringify(mail)).toContain(`/m/${slug}/settings/data`);
    expect(await run(inDays(13))).toBe(0);
    expect((await call("GET /settings", { key: apiKey })).status).toBe(200);
    expect(await rowsOf(merchantId)).toMatchObject({ ...before, audit_events: expect.any(Number) });
  });

  it("takes everything then: keys and dashboard first, rows of every table, people of nowhere else", async () => {
    const [gone, other] = [await busyMerchant(), await busyMerchant()];
    const both = await addMember(gone.ctx, { email: `${randomUUID()}@example.com`, role: "support" });
    const { email } = await prisma.user.findUniqueOrThrow({ where: { id: both.userId } });
    await addMember(other.ctx, { email, role: "support" });
    const theirs = await rowsOf(other.merchantId);
    await requestDeletion(gone.ctx, { slug: gone.slug });

    await run(inDays(14, 1_000));
    expect((await call("GET /settings", { key: gone.apiKey })).status).toBe(401);
    expect(await findMemberships(readSql(), gone.ownerId)).toEqual([]);
    expect(await prisma.merchant.count({ where: { id: gone.merchantId } })).toBe(1);

    expect(await run(inDays(14, 120_000))).toBeGreaterThanOrEqual(1);
    expect(await rowsOf(gone.merchantId)).toEqual({});
    expect(await prisma.merchant.count({ where: { id: gone.merchantId } })).toBe(0);
    expect(await prisma.user.count({ where: { id: gone.ownerId } })).toBe(0);
    expect(await prisma.user.count({ where: { id: both.userId } })).toBe(1);
    expect(await rowsOf(other.merchantId)).toEqual(theirs);
    expect((await call("GET /settings", { key: other.apiKey })).status).toBe(200);
  });

  it("is taken back by an owner while it waits, and can be asked for again", async () => {
    const { ctx, slug, merchantId } = await makeMerchant();
    await requestDeletion(ctx, { slug });
    await expect(requestDeletion(ctx, { slug })).rejects.toMatchObject({ code: "conflict" });

    await cancelDeletion(ctx);

    expect(await getDeletion(ctx)).toBeNull();
    await expect(cancelDeletion(ctx)).rejects.toMatchObject({ code: "not_found" });
    await run(inDays(15));
    expect(await prisma.merchant.count({ where: { id: merchantId } })).toBe(1);
    expect((await listAudit(ctx, { entity: "merchant" })).data.map(({ action }) => action)).toEqual([
      "merchant.cancel_deletion",
      "merchant.request_deletion",
      "merchant.create",
    ]);
    await requestDeletion(ctx, { slug });
  });

  it("is for owners who type its slug, and for no key", async () => {
    const { ctx, merchantId, slug } = await makeMerchant();
    await expect(requestDeletion(ctx, { slug: "another" })).rejects.toMatchObject({ code: "invalid_input" });
    for (const role of ["admin", "analyst", "support"] as const) {
      const member = makeCtx(merchantId, { role });
      await expect(requestDeletion(member, { slug })).rejects.toMatchObject({ code: "forbidden" });
      await expect(cancelDeletion(member)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("append-only rows", () => {
  it("of a merchant that is not going stay, whatever a transaction claims", async () => {
    const { merchantId, ctx, slug } = await busyMerchant();
    await requestDeletion(ctx, { slug });
    const claim = (table: string) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('tollgate.deleting_merchant', ${merchantId}, true)`;
        await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE merchant_id = $1::uuid`, merchantId);
      });

    for (const table of ["ledger_entries", "audit_events"]) {
      await expect(claim(table)).rejects.toThrow(/append-only|Foreign key|restrict/i);
    }
  });

  it("cannot be reached by shortening the waiting", async () => {
    const { merchantId, ctx, slug } = await makeMerchant();
    await requestDeletion(ctx, { slug });

    const early = prisma.merchantDeletion.update({ where: { merchantId }, data: { startedAt: new Date() } });
    await expect(early).rejects.toThrow();
    const sooner = prisma.merchantDeletion.update({ where: { merchantId }, data: { deleteAt: new Date() } });
    await expect(sooner).rejects.toThrow();
  });
});
