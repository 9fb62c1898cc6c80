import { readPool } from "./pools";
import type { Sql } from "./sql";

/** Single statements outside any transaction, prepared once per connection: for hot reads. */
export function readSql(): Sql {
  return READS;
}

const READS: Sql = {
  async rows<Row>(statement: { name: string; text: string }, params: readonly (string | null)[]) {
    const result = await readPool().query({
      name: statement.name,
      text: statement.text,
      values: [...params],
    });
    const rows: Row[] = result.rows;
    return rows;
  },
};
