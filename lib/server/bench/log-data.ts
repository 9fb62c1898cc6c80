/** The merchant whose logs are read. */
export const LOG_MERCHANT = "01900000-0000-7000-8000-000000000001";

/** How many days the logs lie spread over, the newest now. */
const DAYS = 365;
/** Words of the messages: `w0` is in every third message, `w19999` in one of some thousands. */
const WORDS = 20_000;
const WORDS_PER_MESSAGE = 12;

const ID_OF = (at: string) =>
  `(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 19))::uuid`;

const TEXT = `concat_ws(' ', ${Array(WORDS_PER_MESSAGE)
  .fill(`'w' || floor(${WORDS} * random() ^ 3)::int`)
  .join(", ")}, 'order-' || (n / 10))`;

/**
 * Statements that fill an empty, migrated database with one merchant's logs, spread over a year, in the months'
 * partitions: common values, values of one in thousands, and one log (`once`) of a model that is in no other.
 * Indexes are made after the rows; that is the only liberty.
 */
export function logStatements(logs: number): readonly string[] {
  const customers = Math.max(10, Math.floor(logs / 50));
  return [
    "SELECT setseed(0.5)",
    `SELECT tollgate_ensure_partitions(now() - interval '${DAYS + 1} days', now() + interval '40 days')`,
    `INSERT INTO merchants (id, slug, name, created_at) VALUES ('${LOG_MERCHANT}', 'logs', 'Logs', now())`,
    `INSERT INTO customers (merchant_id, id, external_id, name, roles, created_at, updated_at)
       SELECT '${LOG_MERCHANT}', ${CUSTOMER_ID("n")}, 'c-' || n, 'Customer ' || n, '{}', now(), now()
         FROM generate_series(0, ${customers - 1}) n`,
    `INSERT INTO guests (merchant_id, id, kind, key, created_at)
       VALUES ('${LOG_MERCHANT}', '${LOG_MERCHANT}', 'session', 's-1', now())`,
    withoutIndexes(insertLogs(logs, customers)),
    withoutIndexes(INSERT_MESSAGES),
    // What autovacuum would have done over the year.
    "VACUUM ANALYZE",
  ];
}

const CUSTOMER_ID = (n: string) => `('01900000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

function insertLogs(logs: number, customers: number): string {
  return `
    INSERT INTO logs (merchant_id, id, conversation_id, customer_id, guest_id, roles, source, store, module, bot,
        provider, model, request_count, message_count, tokens, cost_micros, overdraft_micros, preview, failed,
        unpriced, evidence, first_at, last_at)
    SELECT '${LOG_MERCHANT}', ${ID_OF("at")}, NULL, CASE WHEN who < 0.9 THEN ${CUSTOMER_ID("customer")} END,
           CASE WHEN who >= 0.9 THEN '${LOG_MERCHANT}'::uuid END, '{}', 'widget',
           CASE WHEN store < 0.7 THEN 'main' WHEN store < 0.95 THEN 'blog' WHEN store < 0.9999 THEN 'shop'
                ELSE 'popup' END,
           CASE WHEN module < 0.6 THEN 'chatbot' WHEN module < 0.8 THEN 'ai_forms'
                WHEN module < 0.9 THEN 'image_generator' WHEN module < 0.999 THEN 'content_writer'
                ELSE 'automation' END,
           CASE WHEN module < 0.6 THEN 'bot-' || floor(40 * bot ^ 3)::int END,
           CASE WHEN model < 0.7 THEN 'openai' WHEN model < 0.99999 THEN 'anthropic' ELSE 'mistral' END,
           CASE WHEN n = ${Math.floor(logs / 3)} THEN 'once' WHEN model < 0.5 THEN 'gpt-4o'
                WHEN model < 0.7 THEN 'gpt-4o-mini' WHEN model < 0.99 THEN 'claude-sonnet'
                WHEN model < 0.9999 THEN 'claude-opus' WHEN model < 0.99999 THEN 'claude-old' ELSE 'mistral' END,
           1, 1, floor(2000 * figure)::bigint, floor(5000000 * figure ^ 2)::bigint,
           CASE WHEN mark < 0.002 THEN 1000000 ELSE 0 END, ${TEXT}, mark > 0.995, mark > 0.99 AND mark < 0.992,
           CASE WHEN mark > 0.4 AND mark < 0.405 THEN 'estimated' ELSE 'provider_final' END, at, at
      FROM (SELECT n, now() - interval '${DAYS} days' * ((${logs} - n) / ${logs}::float8) AS at, random() AS who,
                   random() AS store, random() AS module, random() AS bot, random() AS model, random() AS figure,
                   random() AS mark, floor(${customers} * random() ^ 2)::int AS customer
              FROM generate_series(1, ${logs}) n) made`;
}

const INSERT_MESSAGES = `
    INSERT INTO log_messages (merchant_id, log_id, id, role, content, at, event_id)
    SELECT merchant_id, id, id, 'user', preview, last_at, id::text FROM logs ORDER BY logs.id`;

/** Runs an insert into a partitioned table without its indexes, and makes them again as they were. */
function withoutIndexes(insert: string): string {
  const [, table = ""] = /INSERT INTO (\w+)/.exec(insert) ?? [];
  return `DO $do$
    DECLARE
      made record;
      defs text[];
    BEGIN
      SELECT array_agg(pg_get_indexdef(i.indexrelid)) INTO defs FROM pg_index i
       WHERE i.indrelid = '${table}'::regclass AND NOT i.indisprimary;
      FOR made IN SELECT i.indexrelid::regclass AS name FROM pg_index i
                   WHERE i.indrelid = '${table}'::regclass AND NOT i.indisprimary LOOP
        EXECUTE 'DROP INDEX ' || made.name;
      END LOOP;
      ${insert};
      FOR n IN 1 .. coalesce(array_length(defs, 1), 0) LOOP
        EXECUTE replace(defs[n], ' ON ONLY ', ' ON ');
      END LOOP;
    END $do$`;
}
