import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { putCustomer } from "@/lib/customers";
import { creditsToString } from "@/lib/kernel/micros";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { getTask, runTask, type TaskKey } from "@/lib/tasks";
import {
  getBalance,
  listLedger,
  previewBulkGrant,
  startBulkGrant,
  takeBulkGrantStep,
  verifyWallets,
} from "@/lib/wallets";

const total = async (ctx: Ctx, customer: string) => creditsToString((await getBalance(ctx, customer)).total);
const run = (task: TaskKey, now: Date) =>
  runTask(task, { steps: { bulk_grant: takeBulkGrantStep }, clock: () => now, millis: 60_000 });

const LIST = "customer,amount,category,expires\n42,100,paid,\n43,0.5,,\n42,1,,\nbad,-1,,\n44,2,,2001-01-01\n";

describe("a bulk grant by a list", () => {
  it("tells before what it would do, and does it once, row by row", async () => {
    const { ctx } = await makeMerchant();
    const input = { id: "spring", csv: LIST, reason: "Spring" };

    expect(await previewBulkGrant(ctx, input)).toMatchObject({
      grants: 3,
      customers: 2,
      newCustomers: 2,
      total: "101.5",
      problemCount: 2,
      problems: [
        { row: 5, path: "amount" },
        { row: 6, path: "expires" },
      ],
      grantedBy: null,
    });
    const { task, replayed } = await startBulkGrant(ctx, input);
    expect(replayed).toBe(false);
    await run(task, ctx.now);
    await run(task, ctx.now);

    expect([await total(ctx, "42"), await total(ctx, "43")]).toEqual(["101", "0.5"]);
    const { data } = await listLedger(ctx, { types: ["grant"] });
    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({ note: "Spring", references: { bulk: task.id } });
    expect(await getTask(ctx, task.id)).toMatchObject({
      state: "done",
      result: { granted: 3, credits: "101.5", problemCount: 2 },
    });
    expect(await verifyWallets(ctx)).toMatchObject({ ok: true });

    const again = await startBulkGrant(ctx, input);
    expect(again).toEqual({ task, replayed: true });
    expect(await previewBulkGrant(ctx, input)).toMatchObject({ grantedBy: task.id });
    await expect(startBulkGrant(ctx, { ...input, reason: "other" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await total(ctx, "42")).toBe("101");
  });

  it("needs the permission and something to grant", async () => {
    const { ctx } = await makeMerchant();
    const analyst = makeCtx(ctx.merchantId, { role: "analyst" });

    await expect(startBulkGrant(analyst, { id: "x", csv: LIST })).rejects.toMatchObject({
      code: "forbidden",
    });
    const nothing = { id: "x", csv: "customer,amount\n" };
    await expect(startBulkGrant(ctx, nothing)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("a bulk grant by a filter", () => {
  it("grants to all who match when it is started, and to nobody of another merchant", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: stranger } = await makeMerchant();
    for (const who of [ctx, stranger]) {
      await putCustomer(who, "a", { name: "Ada Gold", roles: ["gold"] });
      await putCustomer(who, "b", { name: "Ben Gold", roles: ["gold", "staff"] });
      await putCustomer(who, "c", { name: "Cid Grey", roles: ["grey"] });
    }
    const input = { id: "gold", filter: { role: "gold" }, amount: "5" };

    expect(await previewBulkGrant(ctx, input)).toMatchObject({ grants: 2, customers: 2, total: "10" });
    const { task } = await startBulkGrant(ctx, input);
    await putCustomer(ctx, "late", { roles: ["gold"] });
    await run(task, ctx.now);

    const balances = await Promise.all(["a", "b", "c", "late"].map((each) => total(ctx, each)));
    expect(balances).toEqual(["5", "5", "0", "0"]);
    expect(await total(stranger, "a")).toBe("0");
    const both = { id: "both", filter: { role: "gold", search: "ben" }, amount: "5" };
    expect(await previewBulkGrant(ctx, both)).toMatchObject({ grants: 1 });
  });
});
