import { beforeAll, describe, expect, it } from "vitest";
import { meteredTx, prisma, readSql, statement, type Sql } from "@/lib/db";

const INSERT = statement("test_insert", "INSERT INTO pipeline_test (id) VALUES ($1::int)");
const LATE_FK = statement("test_late", "INSERT INTO pipeline_test (id, parent) VALUES ($1::int, 99999)");
const BROKEN = statement("test_broken", "SELECT 1 / $1::int AS n");
const LOOK = statement("test_look", "SELECT id FROM pipeline_test WHERE id = $1::int");
const DIE = statement("test_die", "SELECT pg_terminate_backend(pg_backend_pid())");

const has = async (id: string) => (await readSql().rows(LOOK, [id])).length === 1;

describe("meteredTx", () => {
  beforeAll(async () => {
    await prisma.$executeRawUnsafe(
      `CREATE TABLE IF NOT EXISTS pipeline_test (
         id int PRIMARY KEY,
         parent int REFERENCES pipeline_test DEFERRABLE INITIALLY DEFERRED)`,
    );
    await prisma.$executeRawUnsafe("TRUNCATE pipeline_test");
  });

  it("commits statements nobody awaited", async () => {
    await meteredTx(async (sql) => {
      void sql.rows(INSERT, ["1"]);
      void sql.rows(INSERT, ["2"]);
    });
    expect([await has("1"), await has("2")]).toEqual([true, true]);
  });

  it("keeps nothing and throws the first failure when a statement nobody awaited failed", async () => {
    const attempt = meteredTx(async (sql) => {
      void sql.rows(INSERT, ["3"]);
      void sql.rows(BROKEN, ["0"]);
      void sql.rows(INSERT, ["4"]);
    });
    await expect(attempt).rejects.toMatchObject({ code: "22012" });
    expect([await has("3"), await has("4")]).toEqual([false, false]);
  });

  it("keeps nothing when the function throws or swallows a failed statement", async () => {
    const thrown = meteredTx(async (sql) => {
      void sql.rows(INSERT, ["5"]);
      throw new Error("decided against it");
    });
    await expect(thrown).rejects.toThrow("decided against it");
    const swallowed = meteredTx(async (sql) => {
      void sql.rows(INSERT, ["6"]);
      await sql.rows(BROKEN, ["0"]).catch(() => []);
    });
    await expect(swallowed).rejects.toMatchObject({ code: "22012" });
    expect([await has("5"), await has("6")]).toEqual([false, false]);
  });

  it("fails when a deferred constraint refuses the commit", async () => {
    const attempt = meteredTx((sql) => sql.rows(LATE_FK, ["7"]));
    await expect(attempt).rejects.toMatchObject({ code: "23503" });
    expect(await has("7")).toBe(false);
  });

  it("survives a lost connection: the transaction fails, the next one works", async () => {
    await expect(meteredTx((sql) => sql.rows(DIE, []))).rejects.toThrow();
    await meteredTx((sql) => sql.rows(INSERT, ["8"]));
    expect(await has("8")).toBe(true);
  });

  it("refuses statements after the transaction is over", async () => {
    let kept: Sql | undefined;
    await meteredTx(async (sql) => {
      kept = sql;
    });
    expect(() => kept?.rows(INSERT, ["9"])).toThrow("is over");
  });

  it("runs many at once on few connections, with the same prepared statements", async () => {
    const runs = Array.from({ length: 200 }, (_, index) =>
      meteredTx(async (sql) => {
        void sql.rows(INSERT, [String(1000 + index)]);
        return sql.rows<{ id: number }>(LOOK, [String(1000 + index)]);
      }),
    );
    const answers = await Promise.all(runs);
    expect(answers.map(([row]) => row?.id)).toEqual(Array.from({ length: 200 }, (_, index) => 1000 + index));
  });
});
