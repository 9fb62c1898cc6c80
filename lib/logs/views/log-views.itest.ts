import { describe, expect, it } from "vitest";
import { deleteLogView, listLogViews, renameLogView, saveLogView } from "@/lib/logs";
import { makeMerchant } from "@/lib/merchants/testing";

const failing = { failed: "true", range: "7d" };

describe("saved views", () => {
  it("are kept under their names, renamed and deleted", async () => {
    const { ctx } = await makeMerchant();
    const view = await saveLogView(ctx, { name: " Failures ", query: failing });
    await saveLogView(ctx, { name: "dear", query: { sort: "cost" } });

    expect((await listLogViews(ctx)).map((each) => each.name)).toEqual(["dear", "Failures"]);
    const renamed = await renameLogView(ctx, view.id, { name: "All failures" });
    expect(renamed).toEqual({ ...view, name: "All failures" });
    await deleteLogView(ctx, view.id);
    expect(await listLogViews(ctx)).toMatchObject([{ name: "dear", query: { sort: "cost" } }]);
    await expect(deleteLogView(ctx, view.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("have one meaning for a name; saying it again changes nothing", async () => {
    const { ctx } = await makeMerchant();
    const first = await saveLogView(ctx, { name: "Failures", query: failing });
    const again = await saveLogView(ctx, { name: "Failures", query: { range: "7d", failed: "true" } });
    const other = await saveLogView(ctx, { name: "Other", query: {} });

    expect(again).toEqual(first);
    await expect(saveLogView(ctx, { name: "Failures", query: {} })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(renameLogView(ctx, other.id, { name: "Failures" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await renameLogView(ctx, other.id, { name: "Other" })).toEqual(other);
  });

  it("are at most fifty", async () => {
    const { ctx } = await makeMerchant();
    for (let index = 0; index < 50; index += 1) await saveLogView(ctx, { name: `v${index}`, query: {} });
    await expect(saveLogView(ctx, { name: "more", query: {} })).rejects.toMatchObject({ code: "conflict" });
    expect(await listLogViews(ctx)).toHaveLength(50);
  });

  it("are nobody else's: not another merchant's, not an API key's", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: other } = await makeMerchant();
    const view = await saveLogView(ctx, { name: "Mine", query: {} });

    expect(await listLogViews(other)).toEqual([]);
    await expect(deleteLogView(other, view.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(renameLogView(other, view.id, { name: "x" })).rejects.toMatchObject({ code: "not_found" });
    await expect(renameLogView(ctx, "no id", { name: "x" })).rejects.toMatchObject({ code: "not_found" });
    const colleague = { ...ctx, actor: { ...other.actor } };
    expect(await listLogViews(colleague)).toEqual([]);
    await expect(deleteLogView(colleague, view.id)).rejects.toMatchObject({ code: "not_found" });
    const key = { ...ctx, actor: { kind: "api_key", id: view.id, label: "ci" } } as const;
    await expect(listLogViews(key)).rejects.toMatchObject({ code: "forbidden" });
    const nobody = { ...ctx, permissions: new Set<never>() };
    await expect(saveLogView(nobody, { name: "x", query: {} })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    { name: "", query: {} },
    { name: "   ", query: {} },
    { name: "x".repeat(61), query: {} },
    { name: "x", query: { failed: "perhaps" } },
    { name: "x", query: { colour: "red" } },
    { name: "x", query: { cursor: "abc" } },
    { name: "x", query: { search: "x".repeat(10_000) } },
  ])("refuses %j", async (input) => {
    const { ctx } = await makeMerchant();
    await expect(saveLogView(ctx, input)).rejects.toMatchObject({ name: "ZodError" });
  });
});
