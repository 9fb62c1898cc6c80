import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { putCustomer } from "@/lib/customers";
import { creditsToString } from "@/lib/kernel/micros";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { authorizing, later, makeFlatRule, using } from "@/lib/metering/testing";
import { addCredits, clawBack, freezeBalance, getBalance, listBalances } from "@/lib/wallets";
import { setBalance, verifyWallets } from "@/lib/wallets";

let counter = 0;
const key = () => `list-${(counter += 1)}`;
const give = (ctx: Ctx, customer: string, amount: string) =>
  addCredits(ctx, customer, { id: key(), amount, reason: "test" });
const who = async (ctx: Ctx, query: Parameters<typeof listBalances>[1] = {}) =>
  (await listBalances(ctx, query)).data.map((row) => row.externalId);

describe("the list of balances", () => {
  it("names who used or was given credits, in every order, with what each has now", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "2");
    await putCustomer(ctx, "idle", { name: "Never Here" });
    await give(ctx, "rich", "500");
    await give(ctx, "poor", "5");
    await putCustomer(ctx, "poor", { name: "Ada Poor" });
    await using(later(ctx, 60), { customer: "poor" });
    const now = later(ctx, 120);

    expect(await who(now)).toEqual(["poor", "rich"]);
    expect(await who(now, { sort: "-balance" })).toEqual(["rich", "poor"]);
    expect(await who(now, { sort: "balance" })).toEqual(["poor", "rich"]);
    expect(await who(now, { sort: "name" })).toEqual(["poor", "rich"]);
    expect(await who(now, { sort: "-name" })).toEqual(["rich", "poor"]);
    const { data } = await listBalances(now, { search: "ada" });
    expect(data.map((row) => [row.externalId, creditsToString(row.total)])).toEqual([["poor", "3"]]);
    expect(data[0]?.lastUsedAt).toEqual(later(ctx, 60).now);
    // Whoever is searched for is found, to be given credits for the first time.
    expect(await who(now, { search: "never" })).toEqual(["idle"]);
  });

  it("goes through all pages of every order once", async () => {
    const { ctx } = await makeMerchant();
    for (let index = 0; index < 7; index += 1) await give(ctx, `c${index}`, String(1 + (index % 3)));

    for (const sort of ["-used", "used", "-balance", "balance", "name", "-name"] as const) {
      for (const search of [undefined, "c"]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listBalances(ctx, { sort, limit: 3, cursor, search });
          seen.push(...page.data.map((row) => row.externalId));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect([sort, [...seen].sort()]).toEqual([sort, ["c0", "c1", "c2", "c3", "c4", "c5", "c6"]]);
      }
    }
  });

  it("shows what is frozen, and what is owed", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "frozen", "5");
    await give(ctx, "owing", "5");
    await freezeBalance(ctx, "frozen", { reason: "Chargeback" });
    await clawBack(ctx, "owing", { key: key(), type: "refund", amount: "8", lotIds: [], origin: {} });

    const { data } = await listBalances(ctx, { state: "frozen" });
    expect(data).toMatchObject([{ externalId: "frozen", frozen: { reason: "Chargeback" }, available: 0n }]);
    expect(await who(ctx, { state: "debt" })).toEqual(["owing"]);
    expect(await who(ctx, { state: "debt", search: "frozen" })).toEqual([]);
  });

  it("is its merchant's alone, and needs the permission", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: stranger } = await makeMerchant();
    await give(ctx, "ada", "5");

    expect(await who(stranger)).toEqual([]);
    expect(await who(stranger, { search: "ada" })).toEqual([]);
    const nobody = { ...makeCtx(ctx.merchantId), permissions: new Set<never>() };
    await expect(listBalances(nobody)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("setting a balance that somebody looked at", () => {
  const seen = { expected: "100", reason: "goodwill" };

  it("writes nothing when usage or another member changed it meanwhile, and tells what it shows", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "4");
    await give(ctx, "42", "100");
    await using(ctx);

    const late = setBalance(ctx, "42", { id: key(), balance: "150", ...seen });

    await expect(late).rejects.toMatchObject({
      code: "conflict",
      details: { extensions: { balance: { total: "96", held: "0", available: "96" } } },
    });
    expect(creditsToString((await getBalance(ctx, "42")).total)).toBe("96");
  });

  it("lets one of two members who edit it at once win, and tells the other", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "42", "100");

    const edits = ["110", "120", "130", "140"].map((balance) =>
      setBalance(ctx, "42", { id: key(), balance, ...seen }),
    );
    const done = await Promise.allSettled(edits);

    expect(done.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    const refused = done.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: "conflict" });
    expect(await verifyWallets(ctx)).toMatchObject({ ok: true });
  });
});

describe("a frozen balance", () => {
  it("pays for nothing, says so, and still settles what it set aside before", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "2");
    await give(ctx, "42", "100");
    await authorizing(ctx, { id: "before" });
    await freezeBalance(ctx, "42", { reason: "Chargeback" });

    await expect(authorizing(ctx)).rejects.toMatchObject({
      code: "insufficient_credits",
      message: expect.stringContaining("frozen"),
      details: { extensions: { frozen: true } },
    });
    expect(await using(ctx, { id: "before" })).toMatchObject({ fromBalance: "2" });
    expect(await getBalance(ctx, "42")).toMatchObject({ frozen: true, frozenReason: "Chargeback" });
  });

  it("keeps its first instant when frozen again", async () => {
    const { ctx } = await makeMerchant();
    await give(ctx, "42", "100");
    await freezeBalance(ctx, "42", { reason: "one" });

    const again = await freezeBalance(later(ctx, 60), "42", { reason: "two" });

    expect(again).toEqual({ frozen: true, at: ctx.now, reason: "two" });
    const analyst = makeCtx(ctx.merchantId, { role: "analyst" });
    await expect(freezeBalance(analyst, "42", {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(freezeBalance(ctx, "nobody", {})).rejects.toMatchObject({ code: "not_found" });
  });
});
