import {
  type GuestPage,
  offersMailSignIn,
  type PortalPage,
  readGuestPage,
  readPortalPage,
  readPurchases,
  readStatement,
  type StatementLine,
  statementMonth,
  type Visit,
} from "@/lib/portal";
import type { Visitor } from "./visitor";

const HISTORY_PAGE = 50;
/** A printed statement ends here; the file has everything. */
const STATEMENT_LINES = 1_000;
const MONTHS = 12;

export function readPage({ options, format }: Visitor, visit: Visit): Promise<PortalPage> {
  return readPortalPage(visit, { options, timeZone: format.timeZone });
}

type GuestScreenData = { guest: GuestPage; mayMail: boolean; leftJustNow: boolean };

export async function readGuest(visitor: Visitor): Promise<GuestScreenData> {
  const guest = await readGuestPage(visitor.portal, visitor.options);
  return { guest, mayMail: offersMailSignIn(visitor.portal), leftJustNow: visitor.query.has("out") };
}

/** A page of the complete purchases; a place in the list that is not one is its beginning. */
export async function readHistory(visitor: Visitor, visit: Visit) {
  const cursor = visitor.query.get("after");
  try {
    return await readPurchases(visit, { limit: HISTORY_PAGE, cursor });
  } catch (error) {
    if (cursor === undefined) throw error;
    return readPurchases(visit, { limit: HISTORY_PAGE });
  }
}

export type StatementData = {
  readonly month: string;
  /** The months one can choose, newest first. */
  readonly months: readonly { readonly month: string; readonly from: Date }[];
  readonly from: Date;
  readonly lines: readonly StatementLine[];
  readonly more: boolean;
};

export async function readStatementScreen(visitor: Visitor, visit: Visit): Promise<StatementData> {
  const { timeZone } = visitor.format;
  const { month, from, to } = statementMonth(visitor.query.get("month") ?? null, visit.now, timeZone);
  const lines: StatementLine[] = [];
  for await (const some of readStatement(visit, { from, to, options: visitor.options })) {
    lines.push(...some);
    if (lines.length > STATEMENT_LINES) break;
  }
  return {
    month,
    months: monthsUpTo(visit.now, timeZone),
    from,
    lines: lines.slice(0, STATEMENT_LINES),
    more: lines.length > STATEMENT_LINES,
  };
}

function monthsUpTo(now: Date, timeZone: string): { month: string; from: Date }[] {
  const months: { month: string; from: Date }[] = [];
  for (let at = now; months.length < MONTHS;) {
    const { month, from } = statementMonth(null, at, timeZone);
    months.push({ month, from });
    at = new Date(from.getTime() - 1);
  }
  return months;
}
