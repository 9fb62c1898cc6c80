import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { call, RULE, useMerchant } from "./testing";

const { get, post, patch, remove } = useMerchant();

describe("pricing rules", () => {
  it("tie in one place only", async () => {
    const first = await post("/pricing-rules", { ...RULE, operation: "tie" });

    const second = await post("/pricing-rules", { ...RULE, operation: "tie", model: "*" });

    expect([second.status, second.body.code, second.body.rule]).toEqual([409, "conflict", first.body.id]);
  });

  it("keep every version for whoever asks later", async () => {
    const { body: rule } = await post("/pricing-rules", { ...RULE, operation: "versions" });
    await patch(`/pricing-rules/${rule.id}`, { outputRate: "7" });
    await remove(`/pricing-rules/${rule.id}`);

    const { body } = await get(`/pricing-rules/${rule.id}/versions`);

    expect(body.data).toMatchObject([
      { version: 2, outputRate: "7", actor: { kind: "api_key" } },
      { version: 1, outputRate: "2" },
    ]);
  });

  it.each([
    [{ ...RULE, inputRate: "1e3" }, "inputRate"],
    [{ ...RULE, inputRate: 1 }, "inputRate"],
    [{ ...RULE, inputRate: "0.0000001" }, "inputRate"],
    [{ ...RULE, inputRate: "-1" }, "inputRate"],
    [{ ...RULE, outputRate: undefined }, "outputRate"],
    [{ ...RULE, method: "per_image" }, "method"],
    [{ ...RULE, method: "by_feel" }, "method"],
    [{ ...RULE, model: "gpt*4" }, "model"],
    [{ ...RULE, rounding: "down" }, "rounding"],
    [{ ...RULE, operation: "" }, "operation"],
  ])("are refused where they could not price: %j", async (json, path) => {
    const { status, body } = await post("/pricing-rules", json);

    expect(status).toBe(422);
    expect(body.errors.map((each: { path: string }) => each.path)).toContain(path);
  });
});

describe("/quote", () => {
  it("prices the golden example, from usage or from a whole body of authorize", async () => {
    const { apiKey } = await makeMerchant();
    const { body: rule } = await call("POST /pricing-rules", { key: apiKey, json: RULE });
    const request = { module: "chatbot", operation: "chat", provider: "openai", model: "gpt-4o" };
    const tokens = { inputTokens: 800, outputTokens: 300 };
    const authorize = { ...request, id: "r", customer: "42", holdSeconds: 5, estimate: tokens };

    for (const json of [{ ...request, usage: tokens }, authorize]) {
      const { body } = await call("POST /quote", { key: apiKey, json });
      expect(body).toMatchObject({
        cost: "2",
        rawCost: "1.4",
        rule: { id: rule.id, version: 1 },
        unpriced: false,
      });
      expect(body.explanation.lines.map((line: { amount: string }) => line.amount)).toEqual(["0.8", "0.6"]);
    }
    expect((await call("GET /customers", { key: apiKey })).body.data).toEqual([]);
  });
});
