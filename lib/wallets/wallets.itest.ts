import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { creditsToString } from "@/lib/kernel/micros";
import {
  addCredits,
  clawBack,
  getBalance,
  grantPurchase,
  listLedger,
  setBalance,
  sweepLots,
  verifyWallets,
} from "@/lib/wallets";
import type { Ctx } from "@/lib/access";

let counter = 0;
const key = () => `key-${(counter += 1)}`;
const give = (ctx: Ctx, amount: string, over: Record<string, unknown> = {}) =>
  addCredits(ctx, "42", { id: key(), amount, category: "paid", reason: "test", ...over });
const later = (ctx: Ctx, seconds: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + seconds * 1000) });
const total = async (ctx: Ctx) => creditsToString((await getBalance(ctx, "42")).total);

describe("addCredits", () => {
  it("grants once however often it is asked, and refuses another act under the same key", async () => {
    const { ctx } = await makeMerchant();
    const act = { id: key(), amount: "12.5", category: "promotional", reason: "welcome" };

    const first = await addCredits(ctx, "42", act);
    const again = await addCredits(ctx, "42", act);

    expect(again).toEqual({ replayed: true, body: { ...first.body, replayed: true } });
    expect(await total(ctx)).toBe("12.5");
    await expect(addCredits(ctx, "42", { ...act, amount: "13" })).rejects.toMatchObject({ code: "conflict" });
    await expect(addCredits(ctx, "43", act)).rejects.toMatchObject({ code: "conflict" });
  });

  it("grants once when twenty ask at the same time", async () => {
    const { ctx } = await makeMerchant();
    const act = { id: key(), amount: "5", category: "paid", reason: "race" };

    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => addCredits(ctx, "42", act)));

    expect(answers.filter((each) => each.status === "fulfilled")).toHaveLength(20);
    expect(await total(ctx)).toBe("5");
  });

  it("takes away what is available and refuses more, without clamping", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "10");

    await give(ctx, "-4");
    const refused = give(ctx, "-7");

    await expect(refused).rejects.toMatchObject({ code: "insufficient_credits", details: { status: 409 } });
    expect(await total(ctx)).toBe("6");
  });

  it("shows a lot from its effective instant on, and not from its expiry on", async () => {
    const { ctx } = await makeMerchant();
    const [from, until] = [later(ctx, 60).now.toISOString(), later(ctx, 120).now.toISOString()];
    await give(ctx, "10", { effectiveAt: from, expiresAt: until });

    expect(await total(ctx)).toBe("0");
    expect(await total(later(ctx, 60))).toBe("10");
    expect(await total(later(ctx, 120))).toBe("0");
    const proof = await verifyWallets(later(ctx, 120));
    expect(proof).toMatchObject({ ok: true, unshown: { expired: "10", future: "0" } });
  });

  it("needs the permission, and hides other merchants' customers", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const { ctx: stranger } = await makeMerchant();
    await give(ctx, "10");

    await expect(give(makeCtx(merchantId, { role: "analyst" }), "1")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(getBalance(stranger, "42")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("setBalance", () => {
  it("books the difference as an adjustment, up, down and not at all", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "10");

    for (const balance of ["25", "3", "3"])
      await setBalance(ctx, "42", { id: key(), balance, reason: "fix" });

    const { data } = await listLedger(ctx, { externalId: "42" });
    expect(data.map((entry) => [entry.type, creditsToString(entry.delta)])).toEqual([
      ["adjustment", "-22"],
      ["adjustment", "15"],
      ["grant", "10"],
    ]);
    expect(await total(ctx)).toBe("3");
  });
});

describe("refunds", () => {
  it("take the purchase's own lot first; what is missing becomes a debt that the next credits pay", async () => {
    const { ctx } = await makeMerchant();
    const bought = await grantPurchase(ctx, "42", { key: key(), amount: "100", origin: { order: "7" } });
    await give(ctx, "-90");

    const lot = bought.body["lot"];
    const lotIds = lot !== null && typeof lot === "object" && "id" in lot ? [String(lot.id)] : [];
    await clawBack(ctx, "42", { key: key(), type: "refund", amount: "100", lotIds, origin: { order: "7" } });

    expect(await total(ctx)).toBe("-90");
    await give(ctx, "100");
    expect(await total(ctx)).toBe("10");
    expect(await verifyWallets(ctx)).toMatchObject({ ok: true });
  });
});

describe("sweepLots", () => {
  it("books what expired, once", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "10", { expiresAt: later(ctx, 60).now.toISOString() });
    const after = later(ctx, 61);

    await sweepLots(after.now);
    await sweepLots(after.now);

    const { data } = await listLedger(after, { externalId: "42", types: ["expiry"] });
    expect(data.map((entry) => [entry.delta, entry.balanceAfter])).toEqual([[-10_000_000n, 0n]]);
    expect(await verifyWallets(after)).toMatchObject({ ok: true, unshown: { expired: "0" } });
  });
});

describe("the ledger", () => {
  it("is append-only: the database refuses to change or delete an entry", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "10");
    const { merchantId } = ctx;

    const update = prisma.$executeRaw`UPDATE ledger_entries SET note = 'x' WHERE merchant_id = ${merchantId}::uuid`;
    await expect(update).rejects.toThrow(/append-only/);
    const remove = prisma.$executeRaw`DELETE FROM ledger_entries WHERE merchant_id = ${merchantId}::uuid`;
    await expect(remove).rejects.toThrow(/append-only/);
  });

  it("names the wallet and the first entry that breaks when somebody tampers with it", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "10");
    await give(ctx, "5");
    await tamper(ctx, "5000000", "5000001");

    const proof = await verifyWallets(ctx);

    await tamper(ctx, "5000001", "5000000"); // other tests prove all wallets of this database
    const { data } = await listLedger(ctx, { externalId: "42", limit: 1 });
    expect(proof).toMatchObject({
      ok: false,
      breaks: [{ what: "balance", ledger: "15.000001", balance: "15", entry: data[0]?.id }],
    });
  });
});

/** What only the owner of the database can do: past the triggers that guard the ledger. */
async function tamper({ merchantId }: Ctx, from: string, to: string): Promise<void> {
  await prisma.$transaction([
    prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    prisma.$executeRaw`UPDATE ledger_entries SET delta_micros = ${to}::bigint
                        WHERE merchant_id = ${merchantId}::uuid AND delta_micros = ${from}::bigint`,
  ]);
}
