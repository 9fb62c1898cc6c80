import { describe, expect, it } from "vitest";
import { listAudit, recordAudit } from "@/lib/audit";
import { prisma, withTx } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";

const noon = new Date("2026-11-20T12:00:00Z");
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describe("the audit trail", () => {
  it("tells who did what when, newest first, page by page", async () => {
    const { ctx } = await makeMerchant({ now: noon });
    for (const minute of [1, 2, 3]) {
      const at = { ...ctx, now: later(minute) };
      await withTx(at, (tx) =>
        recordAudit(tx, at, {
          action: "thing.do",
          entity: "thing",
          entityId: `t-${minute}`,
          details: { minute },
        }),
      );
    }

    const first = await listAudit(ctx, { limit: 2 });
    const second = await listAudit(ctx, { limit: 2, cursor: first.nextCursor ?? "" });

    expect(first.data[0]).toEqual({
      id: expect.any(String),
      actor: ctx.actor,
      action: "thing.do",
      entity: "thing",
      entityId: "t-3",
      details: { minute: 3 },
      at: later(3),
    });
    expect([...first.data, ...second.data].map((each) => each.entityId)).toEqual([
      "t-3",
      "t-2",
      "t-1",
      ctx.merchantId,
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it("holds nothing of a change that did not happen", async () => {
    const { ctx } = await makeMerchant({ now: noon });
    const change = withTx(ctx, async (tx) => {
      await recordAudit(tx, ctx, { action: "thing.do", entity: "thing", entityId: "never" });
      throw new Error("The change failed.");
    });

    await expect(change).rejects.toThrow("The change failed.");
    expect((await listAudit(ctx)).data.map((each) => each.action)).toEqual(["merchant.create"]);
  });

  it("cannot be changed, not even by us", async () => {
    const { merchantId } = await makeMerchant({ now: noon });

    const [change, removal] = [
      () =>
        prisma.$executeRaw`UPDATE audit_events SET action = 'nothing' WHERE merchant_id = ${merchantId}::uuid`,
      () => prisma.$executeRaw`DELETE FROM audit_events WHERE merchant_id = ${merchantId}::uuid`,
    ];
    await expect(change()).rejects.toThrow(/append-only|Foreign key/);
    await expect(removal()).rejects.toThrow(/append-only|Foreign key/);
    expect(await prisma.auditEvent.count({ where: { merchantId, action: "merchant.create" } })).toBe(1);
  });

  it("is one merchant's own", async () => {
    const [one, two] = [await makeMerchant({ now: noon }), await makeMerchant({ now: noon })];

    const seen = await listAudit(one.ctx);

    expect(seen.data.map((each) => each.entityId)).toEqual([one.merchantId]);
    expect(JSON.stringify(seen)).not.toContain(two.merchantId);
  });
});
