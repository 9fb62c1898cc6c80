import type { Ctx } from "@/lib/access";
import { findCustomerIdsByWords } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { creditsToString, type Micros } from "@/lib/kernel/micros";
import { startOfDay } from "@/lib/kernel/start-of-day";
import { loadSettings } from "@/lib/merchants";
import { type GrantProblem, readGrants } from "../core";
import type { BulkGrantInput } from "../schemas";
import { findCustomersWithRole } from "./bulk-grants.repo";

/** One grant as it waits in the list: JSON, amounts as decimal strings, instants as ISO 8601. */
type WaitingGrant = {
  readonly amount: string;
  readonly category: "paid" | "promotional";
  readonly priority: number;
  readonly expiresAt: string | null;
  readonly reason: string;
};

export type BulkPlan = {
  /** Of a list: its rows, by their line in the file. */
  readonly rows: readonly {
    readonly row: number;
    readonly grant: WaitingGrant & { readonly customer: string };
  }[];
  /** Of a filter: the customers it finds, and what each gets. */
  readonly filtered: { readonly ids: readonly string[]; readonly grant: WaitingGrant } | null;
  readonly problems: readonly GrantProblem[];
  readonly grants: number;
  readonly total: bigint;
};

/** A filter grants to at most so many customers at once. */
const MOST_CUSTOMERS = 200_000;

/** Reads what a bulk grant would do, without doing it. Throws `invalid_input` for an expiry in the past. */
export async function planBulkGrant(by: Ctx, input: BulkGrantInput): Promise<BulkPlan> {
  requireFuture(input.expiresAt ?? null, by.now);
  return input.csv == null ? planFilter(by, input) : planList(by, input, input.csv);
}

async function planList(by: Ctx, input: BulkGrantInput, csv: string): Promise<BulkPlan> {
  const { timeZone } = await loadSettings(readSql(), by.merchantId);
  const read = readGrants(csv, (day) => startOfDay(day, timeZone));
  const isLate = (expiresAt: Date | null) => expiresAt !== null && expiresAt <= by.now;
  const late = read.rows.filter(({ grant }) => isLate(grant.expiresAt));
  const good = read.rows.filter(({ grant }) => !isLate(grant.expiresAt));
  const expired = late.map(({ row }) => ({ row, path: "expires", message: "must be in the future" }));
  return {
    rows: good.map(({ row, grant }) => ({
      row,
      grant: {
        customer: grant.customer,
        amount: creditsToString(grant.amount),
        category: grant.category ?? input.category,
        priority: grant.priority ?? input.priority,
        expiresAt: (grant.expiresAt ?? input.expiresAt)?.toISOString() ?? null,
        reason: grant.reason ?? input.reason,
      },
    })),
    filtered: null,
    problems: [...read.problems, ...expired].sort((a, b) => a.row - b.row),
    grants: good.length,
    total: good.reduce((sum, { grant }) => sum + grant.amount, 0n),
  };
}

async function planFilter(by: Ctx, input: BulkGrantInput): Promise<BulkPlan> {
  const amount: Micros | null = input.amount ?? null;
  if (amount === null) throw new AppError("invalid_input", "An amount is required.");
  const ids = await matching(by, input.filter ?? {});
  const grant = {
    amount: creditsToString(amount),
    category: input.category,
    priority: input.priority,
    expiresAt: input.expiresAt?.toISOString() ?? null,
    reason: input.reason,
  };
  const total = amount * BigInt(ids.length);
  return { rows: [], filtered: { ids, grant }, problems: [], grants: ids.length, total };
}

/** The customers of a search, of a role, or of both. */
async function matching(by: Ctx, filter: NonNullable<BulkGrantInput["filter"]>): Promise<string[]> {
  const { merchantId } = by;
  const limit = MOST_CUSTOMERS + 1;
  const { search, role } = filter;
  const [said, inRole] = await Promise.all([
    search == null ? null : findCustomerIdsByWords(by, { merchantId, text: search, limit }),
    role == null ? null : findCustomersWithRole(readSql(), merchantId, { role, limit }),
  ]);
  const both = said && inRole ? intersection(said, inRole) : (said ?? inRole ?? []);
  if (both.length > MOST_CUSTOMERS) {
    throw new AppError("invalid_input", `More than ${MOST_CUSTOMERS} customers match. Narrow the filter.`);
  }
  return both;
}

function intersection(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return some.filter((id) => known.has(id));
}

function requireFuture(expiresAt: Date | null, now: Date): void {
  if (expiresAt === null || expiresAt > now) return;
  throw new AppError("invalid_input", "Some fields need attention.", {
    errors: [{ path: "expiresAt", message: "must be in the future" }],
  });
}
