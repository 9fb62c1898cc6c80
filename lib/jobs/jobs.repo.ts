import { type Sql, statement } from "@/lib/db";

const ADD = statement(
  "jobs_add",
  `SELECT TRUE AS added FROM graphile_worker.add_job($1::text, payload := $2::json, job_key := $3::text,
                                            run_at := $4::timestamptz)`,
);

export async function enqueue(
  sql: Sql,
  { name, payload, key, runAt }: { name: string; payload: string; key: string; runAt?: Date },
): Promise<void> {
  await sql.rows(ADD, [name, payload, key, runAt?.toISOString() ?? null]);
}

/**
 * The same as part of another statement, so that a row and the job for it are one. The arguments are SQL of type text,
 * json and text.
 */
export function jobCall({ name, payload, key }: { name: string; payload: string; key: string }): string {
  return `graphile_worker.add_job(${name}, payload := ${payload}, job_key := ${key})`;
}
