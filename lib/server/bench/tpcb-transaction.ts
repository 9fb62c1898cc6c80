import type pg from "pg";

const ACCOUNTS = 100_000;
const TELLERS = 10;

/** The tables of pgbench's TPC-B-like benchmark (PostgreSQL manual, pgbench), filled for a scale. */
export const TPCB_TABLES = (scale: number): string[] => [
  "CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))",
  "CREATE TABLE pgbench_tellers (tid int NOT NULL, bid int, tbalance int, filler char(84)) WITH (fillfactor = 100)",
  "CREATE TABLE pgbench_accounts (aid int NOT NULL, bid int, abalance int, filler char(84)) WITH (fillfactor = 100)",
  "CREATE TABLE pgbench_branches (bid int NOT NULL, bbalance int, filler char(88)) WITH (fillfactor = 100)",
  `INSERT INTO pgbench_branches (bid, bbalance) SELECT bid, 0 FROM generate_series(1, ${scale}) bid`,
  `INSERT INTO pgbench_tellers (tid, bid, tbalance)
     SELECT tid, (tid - 1) / ${TELLERS} + 1, 0 FROM generate_series(1, ${scale * TELLERS}) tid`,
  `INSERT INTO pgbench_accounts (aid, bid, abalance, filler)
     SELECT aid, (aid - 1) / ${ACCOUNTS} + 1, 0, '' FROM generate_series(1, ${scale * ACCOUNTS}) aid`,
  "ALTER TABLE pgbench_branches ADD PRIMARY KEY (bid)",
  "ALTER TABLE pgbench_tellers ADD PRIMARY KEY (tid)",
  "ALTER TABLE pgbench_accounts ADD PRIMARY KEY (aid)",
  "VACUUM ANALYZE",
];

/** One transaction, statement by statement, as pgbench's default script sends it. */
export async function tpcbTransaction(client: pg.Client, scale: number): Promise<void> {
  const upTo = (high: number) => 1 + Math.floor(Math.random() * high);
  const [aid, bid, tid] = [upTo(ACCOUNTS * scale), upTo(scale), upTo(TELLERS * scale)];
  const delta = upTo(10_001) - 5_001;
  await client.query("BEGIN");
  await client.query(`UPDATE pgbench_accounts SET abalance = abalance + ${delta} WHERE aid = ${aid}`);
  await client.query(`SELECT abalance FROM pgbench_accounts WHERE aid = ${aid}`);
  await client.query(`UPDATE pgbench_tellers SET tbalance = tbalance + ${delta} WHERE tid = ${tid}`);
  await client.query(`UPDATE pgbench_branches SET bbalance = bbalance + ${delta} WHERE bid = ${bid}`);
  await client.query(
    `INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (${tid}, ${bid}, ${aid}, ${delta}, CURRENT_TIMESTAMP)`,
  );
  await client.query("END");
}
