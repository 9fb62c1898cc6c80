import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { creditsToString } from "@/lib/kernel/micros";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { giveCredits, later, makeFlatRule, using } from "@/lib/metering/testing";
import { getTask, stopTask } from "@/lib/tasks";
import {
  addCredits,
  countExportableEntries,
  exportLedger,
  fetchLedgerExport,
  getEntry,
  type LedgerQuery,
  listLedger,
  setBalance,
  startLedgerExport,
} from "@/lib/wallets";

async function busyMerchant() {
  const made = await makeMerchant();
  const { ctx } = made;
  await makeFlatRule(ctx, "2");
  await giveCredits(ctx, "10", { reason: '=HYPERLINK("x")' });
  for (let step = 1; step <= 4; step += 1)
    await using(later(ctx, step), { model: step % 2 ? "gpt-4o" : "o3" });
  await using(later(ctx, 5), { guest: { session: "s-1" } });
  await setBalance(later(ctx, 6), "42", { id: "set", balance: "1", reason: "" });
  await addCredits(later(ctx, 7), "43", { id: "other", amount: "3", reason: "" });
  return { ...made, now: later(ctx, 10) };
}

const found = async (ctx: Ctx, query: LedgerQuery) => {
  const { data } = await listLedger(ctx, query);
  return data.map((entry) => `${entry.type} ${creditsToString(entry.delta)}`);
};

describe("searching the ledger", () => {
  it("narrows by type, actor, module, model and customer, together too", async () => {
    const { now } = await busyMerchant();

    expect(await found(now, { types: ["grant"] })).toEqual(["grant 3", "grant 10"]);
    expect(await found(now, { types: ["grant", "adjustment"] })).toEqual([
      "grant 3",
      "adjustment -1",
      "grant 10",
    ]);
    expect(await found(now, { types: ["grant", "usage"], model: "o3" })).toEqual(["usage -2", "usage -2"]);
    expect(await found(now, { actor: "member" })).toEqual(["grant 3", "adjustment -1", "grant 10"]);
    expect(await found(now, { actor: "guest" })).toEqual(["quota_usage 0"]);
    expect(await found(now, { actor: now.actor.id, types: ["adjustment"] })).toEqual(["adjustment -1"]);
    expect(await found(now, { module: "chatbot", actor: "42", model: "gpt-4o" })).toHaveLength(2);
    expect(await found(now, { externalId: "42", types: ["grant", "adjustment"] })).toEqual([
      "adjustment -1",
      "grant 10",
    ]);
    expect(await found(now, { module: "no-such-module" })).toEqual([]);
  });

  it("pages through every narrowing without a gap or a repeat", async () => {
    const { now } = await busyMerchant();
    const all = await found(now, {});
    expect(all).toHaveLength(8);

    for (const query of [
      {},
      { types: ["grant", "adjustment"] },
      { externalId: "42" },
      { module: "chatbot" },
    ]) {
      const whole = await listLedger(now, { ...query, types: narrowed(query) });
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listLedger(now, { ...query, types: narrowed(query), limit: 2, cursor });
        ids.push(...page.data.map((entry) => entry.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(ids).toEqual(whole.data.map((entry) => entry.id));
    }
  });

  it("shows one entry to its own merchant", async () => {
    const { now } = await busyMerchant();
    const { ctx: stranger } = await makeMerchant();
    const [entry] = (await listLedger(now, { limit: 1 })).data;

    expect(await getEntry(now, entry?.id ?? "")).toEqual(entry);
    await expect(getEntry(stranger, entry?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    await expect(getEntry(now, "nothing")).rejects.toMatchObject({ code: "not_found" });
  });
});

const narrowed = (query: { types?: string[] }): ("grant" | "adjustment")[] | undefined =>
  query.types ? ["grant", "adjustment"] : undefined;

describe("the ledger as a file", () => {
  it("holds what the list holds, amounts as numbers and texts that run nothing", async () => {
    const { now } = await busyMerchant();

    const lines = await linesOf(now, {});

    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/^recordedAt,occurredAt,type,actorKind/);
    expect(lines.at(-1)).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines.some((line) => line.includes(",-2,"))).toBe(true);
    expect(await linesOf(now, { types: ["grant"], externalId: "43" })).toHaveLength(2);
    expect(await linesOf(now, { actor: "guest" })).toHaveLength(2);
    const nobody = { ...makeCtx(now.merchantId), permissions: new Set<never>() };
    await expect(exportLedger(nobody, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function linesOf(ctx: Ctx, query: LedgerQuery): Promise<string[]> {
  const file = await exportLedger(ctx, query);
  let text = "";
  for await (const piece of file.pieces) text += piece.text;
  return text.trimEnd().split("\r\n");
}

describe("an export of the ledger that can be followed", () => {
  it("counts what the file will hold, and shows how far its reader is", async () => {
    const { now } = await busyMerchant();
    const clock = () => new Date();
    for (const query of [{}, { types: ["grant" as const], externalId: "43" }, { actor: "guest" }]) {
      expect(await countExportableEntries(now, query)).toBe((await linesOf(now, query)).length - 1);
    }
    await expect(countExportableEntries(now, { externalId: "nobody" })).rejects.toMatchObject({
      code: "not_found",
    });

    const started = await startLedgerExport(now, { types: ["grant"], externalId: undefined });
    expect(await getTask(now, started.id)).toMatchObject({
      kind: "ledger_export",
      state: "queued",
      total: 2n,
    });
    let text = "";
    for await (const piece of (await fetchLedgerExport(now, started.id, clock)).pieces) text += piece.text;
    expect(text.trimEnd().split("\r\n")).toHaveLength(3);
    expect(await getTask(now, started.id)).toMatchObject({ state: "done", done: 2n });
  });

  it("is read once, by its own merchant, and ends when it is stopped", async () => {
    const { now } = await busyMerchant();
    const { ctx: stranger } = await makeMerchant();
    const clock = () => new Date();
    const { id } = await startLedgerExport(now, {});
    await expect(fetchLedgerExport(stranger, id, clock)).rejects.toMatchObject({ code: "not_found" });
    const { pieces } = await fetchLedgerExport(now, id, clock);
    await pieces.next();
    const again = await fetchLedgerExport(now, id, clock);
    await expect(again.pieces.next()).rejects.toMatchObject({ code: "conflict" });
    await stopTask(now, id);
    await pieces.return(undefined);
    expect((await getTask(now, id)).state).toBe("stopped");
    const nobody = { ...makeCtx(now.merchantId), permissions: new Set<never>() };
    await expect(startLedgerExport(nobody, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
