import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";
import { addCredits } from "@/lib/wallets";
import { verifyCommand } from "./verify";

const verify = (...argv: string[]) => verifyCommand.read(argv)();

async function merchantWithCredits() {
  const made = await makeMerchant();
  await addCredits(made.ctx, "42", { id: "g-1", amount: "10", category: "paid" });
  return made;
}

describe("tollgate verify", () => {
  it("proves one merchant's balances, or all", async () => {
    const { slug } = await merchantWithCredits();

    const one = await verify("--merchant", slug);
    const all = await verify();

    expect(one).toMatchObject({ exitCode: 0, json: { ok: true, wallets: 1, entries: 1, breaks: [] } });
    expect(all).toMatchObject({ exitCode: 0, json: { ok: true } });
    expect(one.text).toContain("1 wallets, 1 ledger entries: every balance is proved.");
  });

  it("ends with exit code 1 and names the wallet when a balance was tampered with", async () => {
    const { slug, merchantId } = await merchantWithCredits();
    await prisma.lot.updateMany({ where: { merchantId }, data: { remainingMicros: 1n } });

    const outcome = await verify("--merchant", slug);

    expect(outcome).toMatchObject({
      exitCode: 1,
      json: { ok: false, breaks: [{ merchantId, what: "balance" }] },
    });
    expect(outcome.text).toContain("BROKEN");
  });

  it("says so when there is no such merchant", async () => {
    await expect(verify("--merchant", "nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});
