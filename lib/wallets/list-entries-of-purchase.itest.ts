import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { clawBack, grantPurchase, listEntriesOfPurchase } from "@/lib/wallets";

describe("listEntriesOfPurchase", () => {
  it("pages through what one purchase brought and lost, and nothing of another or of another merchant's", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: stranger } = await makeMerchant();
    const origin = { purchase: "order-7" };
    await grantPurchase(ctx, "42", { key: "p-1", amount: "100", origin });
    await grantPurchase(ctx, "42", { key: "p-2", amount: "5", origin: { purchase: "order-8" } });
    await clawBack(ctx, "42", { key: "r-1", type: "refund", amount: "30", lotIds: [], origin });

    const first = await listEntriesOfPurchase(ctx, "order-7", { limit: 1 });
    const second = await listEntriesOfPurchase(ctx, "order-7", { limit: 1, cursor: first.nextCursor ?? "" });

    expect([...first.data, ...second.data].map(({ type, delta }) => [type, delta])).toEqual([
      ["refund", -30_000_000n],
      ["purchase", 100_000_000n],
    ]);
    expect(second.nextCursor).toBeNull();
    expect((await listEntriesOfPurchase(stranger, "order-7")).data).toEqual([]);
  });
});
