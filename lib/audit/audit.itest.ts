import { describe, expect, it } from "vitest";
import { exportAudit, listAudit, listAuditEntities, recordAudit } from "@/lib/audit";
import type { ListAuditInput } from "@/lib/audit/schemas";
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

  it("is filtered by who, what, when and words, alone and together", async () => {
    const { ctx } = await makeMerchant({ now: noon });
    const kay = { kind: "api_key", id: "key-1", label: "Kay's import" } as const;
    const acts = [
      { at: 1, actor: ctx.actor, action: "store.create", entity: "store", entityId: "main", name: "Harbour" },
      { at: 2, actor: kay, action: "store.delete", entity: "store", entityId: "old", name: "Hill" },
      { at: 3, actor: kay, action: "quota.create", entity: "quota", entityId: "q-1", name: "Harbour" },
    ];
    for (const { at, actor, name, ...record } of acts) {
      const scope = { ...ctx, actor, now: later(at) };
      await withTx(scope, (tx) => recordAudit(tx, scope, { ...record, details: { name } }));
    }
    const found = async (input: ListAuditInput) =>
      (await listAudit(ctx, input)).data.map(({ entityId }) => entityId);

    expect(await found({ actor: "key-1" })).toEqual(["q-1", "old"]);
    expect(await found({ entity: "store" })).toEqual(["old", "main"]);
    expect(await found({ entity: "store", entityId: "main" })).toEqual(["main"]);
    expect(await found({ from: later(2).toISOString(), to: later(3).toISOString() })).toEqual(["old"]);
    expect(await found({ search: "harb" })).toEqual(["q-1", "main"]);
    expect(await found({ search: "harb store" })).toEqual(["main"]);
    expect(await found({ search: "kay", entity: "quota" })).toEqual(["q-1"]);
    expect(await found({ search: "' | \\ :*" })).toEqual([]);
    expect(await listAuditEntities(ctx)).toEqual(["merchant", "quota", "store"]);
  });

  it("is exported as CSV with the same filters, its texts no formulas", async () => {
    const { ctx } = await makeMerchant({ now: noon });
    const scope = { ...ctx, actor: { kind: "member", id: "m-1", label: "=cmd()" }, now: later(1) } as const;
    await withTx(scope, (tx) =>
      recordAudit(tx, scope, { action: "store.create", entity: "store", entityId: "main" }),
    );

    const file = await exportAudit(ctx, { entity: "store" });
    let text = "";
    for await (const piece of file.pieces) text += piece.text;

    expect(text.split("\r\n")).toEqual([
      "at,actor_kind,actor_id,actor,action,entity,entity_id,details",
      "2026-11-20T12:01:00.000Z,member,m-1,'=cmd(),store.create,store,main,{}",
      "",
    ]);
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
