import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deletionOrder, readableColumns, type TenantTable } from "./tenant-tables";

const table = (name: string, needs: readonly string[] = []): TenantTable => ({
  name,
  columns: [],
  key: ["merchant_id"],
  needs,
});

describe("deletionOrder", () => {
  it("lets whatever points at others go first, with every table once", () => {
    const graph = fc.uniqueArray(fc.integer({ min: 0, max: 30 })).chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.subarray(ids.filter((other) => other < id)).map((needs) =>
            table(
              `t${id}`,
              needs.map((each) => `t${each}`),
            ),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(graph, (tables) => {
        const order = deletionOrder(tables).map(({ name }) => name);
        expect([...order].sort()).toEqual(tables.map(({ name }) => name).sort());
        for (const { name, needs } of tables) {
          for (const needed of needs) expect(order.indexOf(name)).toBeLessThan(order.indexOf(needed));
        }
      }),
    );
  });

  it("also ends when tables point at themselves or at each other", () => {
    const circle = [table("a", ["b"]), table("b", ["a"]), table("c", ["c", "a"])];
    expect(deletionOrder(circle).map(({ name }) => name)).toEqual(["c", "a", "b"]);
  });
});

describe("readableColumns", () => {
  it("leaves out what is secret by name or by kind, and counts of tokens in", () => {
    const columns = [
      ["id", "uuid"],
      ["key_hash", "bytea"],
      ["signing_secret", "text"],
      ["secrets", "jsonb"],
      ["portal_token", "text"],
      ["consumer_credentials", "text"],
      ["photo", "bytea"],
      ["input_tokens", "bigint"],
      ["name", "text"],
    ].map(([name = "", type = ""]) => ({ name, type }));

    expect(readableColumns({ ...table("keys"), columns }).map(({ name }) => name)).toEqual([
      "id",
      "input_tokens",
      "name",
    ]);
  });
});
