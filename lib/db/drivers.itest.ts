import { describe, expect, it } from "vitest";
import { prisma, readSql, sqlOf, meteredTx, statement, textArray, type Sql, type SqlParam } from "@/lib/db";

const VALUES = statement(
  "test_values",
  `SELECT $1::int8 AS big, $2::int4 AS small, $3::timestamptz AS instant, $4::jsonb AS document,
          $5::uuid AS id, $6::text[] AS texts, $7::bool AS flag, $8::text AS nothing,
          '{1,NULL,9007199254740993}'::int8[] AS bigs, '2026-11-20'::date AS day,
          '{2026-11-20 10:00:00+02}'::timestamptz[] AS instants, '[1,{"a":null}]'::jsonb AS list,
          1.5::float8 AS ratio, '{}'::text[] AS none, '"text"'::jsonb AS json_text,
          '2026-01-02 03:04:05.678'::timestamp AS local_time, pg_advisory_xact_lock(1) IS NULL AS locked`,
);
const PARAMS: SqlParam[] = [
  "9007199254740993",
  "7",
  "2026-11-20T10:00:00.123Z",
  '{"a":[1,"ü"],"b":null}',
  "0194a1b2-0000-7000-8000-000000000000",
  textArray(['say "hi"', "back\\slash", null, "", "a,b", "NULL"], (text) => text),
  "true",
  null,
];

const EXPECTED = {
  big: 9007199254740993n,
  small: 7,
  instant: new Date("2026-11-20T10:00:00.123Z"),
  document: { a: [1, "ü"], b: null },
  id: "0194a1b2-0000-7000-8000-000000000000",
  texts: ['say "hi"', "back\\slash", null, "", "a,b", "NULL"],
  flag: true,
  nothing: null,
  bigs: [1n, null, 9007199254740993n],
  day: new Date("2026-11-20T00:00:00Z"),
  instants: [new Date("2026-11-20T08:00:00Z")],
  list: [1, { a: null }],
  ratio: 1.5,
  none: [],
  json_text: "text",
  local_time: new Date("2026-01-02T03:04:05.678Z"),
  locked: false,
};

describe("the drivers", () => {
  const ask = (sql: Sql) => sql.rows(VALUES, PARAMS);

  it("give the same values for the same statement", async () => {
    expect(await ask(sqlOf(prisma))).toEqual([EXPECTED]);
    expect(await prisma.$transaction((tx) => ask(sqlOf(tx)))).toEqual([EXPECTED]);
    expect(await ask(readSql())).toEqual([EXPECTED]);
    expect(await meteredTx(ask)).toEqual([EXPECTED]);
  });
});
