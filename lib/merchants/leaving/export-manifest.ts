/** Made from other tables, or of no use outside: what an export leaves out. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  "customer_days",
  "dear_requests",
  "export_parts",
  "idempotency_keys",
  "import_parts",
  "ledger_days",
  "merchant_deletions",
  "rolled_days",
  "usage_days",
  "usage_hours",
]);

/** How long the file can be fetched. */
export const EXPORT_KEPT_DAYS = 7;

/** The first file of an export: how to read the others. */
export function manifestOf(startedAt: Date, tables: readonly string[]): string {
  const manifest = {
    format: "tollgate-export-1",
    startedAt: startedAt.toISOString(),
    about: [
      "One folder a table, in it files of JSON Lines: a row a line, in the order of the table's primary key.",
      "merchant.jsonl holds the merchant's settings, people.jsonl the members with their e-mail addresses.",
      "Amounts whose names end in _micros are millionths of a credit, as text, like all large whole numbers.",
      "Rows were read table by table while work went on: what came after startedAt may be in it or not.",
      "Secrets, hashes of keys and passwords are not in it.",
    ],
    tables,
    leftOut: [...LEFT_OUT],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
