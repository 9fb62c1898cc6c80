import type { PoolClient } from "pg";
import type { SqlParam } from "./sql";
import { streamPool } from "./pools";

/** A row as PostgreSQL writes it: text, column by column. */
export type TextRow = readonly (string | null)[];

type Stream = { readonly text: string; readonly params: readonly SqlParam[]; readonly rowsPerRead: number };

/** Values stay the text they came as: parsing them would cost more than reading them. */
const AS_TEXT = { getTypeParser: () => (value: string) => value };

/** A reader who takes nothing for so long is gone; what he held of the database is given back. */
const STALLED = "5min";

/**
 * Reads a result of any size in pieces, as it was at one instant, in memory for one piece. It takes the next piece when
 * its reader asks for it; a reader who leaves ends it.
 */
export async function* streamRows({ text, params, rowsPerRead }: Stream): AsyncGenerator<readonly TextRow[]> {
  const client = await streamPool().connect();
  let over = false;
  try {
    await client.query(
      `BEGIN READ ONLY; SET LOCAL idle_in_transaction_session_timeout = '${STALLED}'; SET LOCAL cursor_tuple_fraction = 1`,
    );
    await client.query(`DECLARE stream NO SCROLL CURSOR FOR ${text}`, [...params]);
    let next = read(client, rowsPerRead);
    for (;;) {
      const rows = await next;
      if (rows.length === 0) break;
      // The next piece is on its way while this one is written out.
      next = read(client, rowsPerRead);
      next.catch(() => {});
      yield rows;
    }
    await client.query("COMMIT");
    over = true;
  } finally {
    client.release(!over);
  }
}

async function read(client: PoolClient, rows: number): Promise<readonly TextRow[]> {
  const query = { text: `FETCH ${rows} FROM stream`, rowMode: "array", types: AS_TEXT } as const;
  const result = await client.query<(string | null)[]>(query);
  return result.rows;
}
