import pg from "pg";

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const TIMESTAMP = 1114;

/**
 * How a `pg` client of ours reads values: as Prisma does, so that a statement means the same through either
 * driver. Given to each client, never set globally: other libraries in the process keep their own reading.
 */
export function valueTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, BigInt);
  types.setTypeParser(INT8_ARRAY, bigints);
  types.setTypeParser(DATE, (text) => new Date(`${text}T00:00:00Z`));
  types.setTypeParser(TIMESTAMP, (text) => new Date(`${text.replace(" ", "T")}Z`));
  return types;
}

function bigints(text: string): (bigint | null)[] {
  if (text === "{}") return [];
  return text
    .slice(1, -1)
    .split(",")
    .map((item) => (item === "NULL" ? null : BigInt(item)));
}
