import { type Sql, statement } from "@/lib/db";

const ADD = statement(
  "jobs_add",
  `SELECT TRUE AS added FROM graphile_worker.add_job($1::text, payload := $2::json, job_key := $3::text)`,
);

export async function enqueue(
  sql: Sql,
  { name, payload, key }: { name: string; payload: string; key: string },
): Promise<void> {
  await sql.rows(ADD, [name, payload, key]);
}
