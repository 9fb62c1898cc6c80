import { statementMonth, writeStatementCsv } from "@/lib/portal";
import { fileResponse } from "@/lib/web";
import { PRIVATE, redirect } from "./reply";
import { addressIn, type Visitor, visitOf } from "./visitor";

/** Names for programs, the same in every language. */
const COLUMNS = [
  "time",
  "type",
  "module",
  "operation",
  "units",
  "cost",
  "from_allowance",
  "balance_change",
  "balance_after",
  "note",
  "id",
];

/** A month of the customer's ledger as a CSV file, streamed. */
export async function statementFile(visitor: Visitor): Promise<Response> {
  const visit = await visitOf(visitor);
  if (!visit) return redirect(addressIn(visitor, ""));
  const asked = visitor.query.get("month") ?? null;
  const { month, from, to } = statementMonth(asked, visit.now, visitor.format.timeZone);
  const { body, headers } = await fileResponse({
    fileName: `${visit.merchant.slug}-statement-${month}.csv`,
    mediaType: "text/csv; charset=utf-8",
    pieces: writeStatementCsv(visit, { from, to, options: visitor.options }, COLUMNS),
  });
  return new Response(body, { headers: { ...headers, ...PRIVATE } });
}
