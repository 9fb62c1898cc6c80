import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { putCustomer, searchCustomers } from "@/lib/customers";
import { prisma, sqlOf } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";
import { saysCustomer } from "./customer-words.repo";

async function fill(ctx: Ctx) {
  await putCustomer(ctx, "42", { name: "Anna Meyer", email: "anna.meyer@example.com" });
  await putCustomer(ctx, "421", { name: "Bob O'Brien", email: "bob@shop.test" });
  await putCustomer(ctx, "user_7", { name: "Hanna Annesley" });
}

const idsOf = async (ctx: Ctx, text: string) =>
  (await searchCustomers(ctx, text, 10)).map((customer) => customer.externalId);

describe("searchCustomers", () => {
  it("finds by the beginnings of words of id, name and address, in any case and order", async () => {
    const { ctx } = await makeMerchant();
    await fill(ctx);

    expect(await idsOf(ctx, "mey ANN")).toEqual(["42"]);
    expect(await idsOf(ctx, "meyer@exa")).toEqual(["42"]);
    expect(await idsOf(ctx, "o'br")).toEqual(["421"]);
    expect(await idsOf(ctx, "user_7")).toEqual(["user_7"]);
    expect(await idsOf(ctx, "eyer")).toEqual([]);
  });

  it("puts exactly this id first, then names that begin with the text", async () => {
    const { ctx } = await makeMerchant();
    await fill(ctx);

    expect(await idsOf(ctx, "42")).toEqual(["42", "421"]);
    expect(await idsOf(ctx, "ann")).toEqual(["42", "user_7"]);
    expect((await searchCustomers(ctx, "ann", 1)).map(({ externalId }) => externalId)).toEqual(["42"]);
  });

  it("takes any text for words, and finds nobody of another merchant", async () => {
    const [mine, other] = [await makeMerchant(), await makeMerchant()];
    await fill(other.ctx);

    for (const text of ["ann", "'", "\\", "a':* | b", "!!", "", "\0", "💥", "(((", "<script>"]) {
      expect(await idsOf(mine.ctx, text)).toEqual([]);
    }
    expect(await idsOf(other.ctx, "💥 anna 💥")).toEqual(["42"]);
  });

  it("reads the index, whoever else there is", async () => {
    const { ctx } = await makeMerchant();
    await prisma.$executeRawUnsafe(
      `INSERT INTO customers (merchant_id, id, external_id, name, roles, created_at, updated_at)
       SELECT $1::uuid, gen_random_uuid(), 'many-' || n, 'Person number' || n, '{}', now(), now()
         FROM generate_series(1, 5000) n`,
      ctx.merchantId,
    );
    await prisma.$executeRawUnsafe("ANALYZE customers");

    const rows = await sqlOf(prisma).rows<{ "QUERY PLAN": string }>(
      {
        name: "explain",
        text: `EXPLAIN SELECT id FROM customers c WHERE c.merchant_id = $1::uuid AND ${saysCustomer("c", "$2")}`,
      },
      [ctx.merchantId, "number4321"],
    );

    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("customers_words");
    expect(await idsOf(ctx, "number4321")).toEqual(["many-4321"]);
  });
});
