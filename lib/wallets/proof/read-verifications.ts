import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { AppError } from "@/lib/kernel/errors";
import { findLatestVerification, findVerifications, type VerificationRow } from "./verifications.repo";

const breakShape = z.looseObject({
  what: z.string(),
  customer: z.string().nullish(),
  entry: z.string().nullish(),
});
const actorShape = z.object({ kind: z.string(), id: z.string(), label: z.string() });

/** A proof that was taken. `customer` is null for one of all wallets. */
export type Verification = {
  readonly id: string;
  readonly customer: string | null;
  readonly ok: boolean;
  readonly at: Date;
  readonly wallets: bigint;
  readonly entries: bigint;
  readonly unshown: unknown;
  readonly breaks: readonly z.output<typeof breakShape>[];
  readonly actor: z.output<typeof actorShape>;
};

const cursorKey = z.tuple([z.uuid()]);

/** Pages through the proofs that were taken, newest first. The last 200 are kept. */
export async function listVerifications(
  ctx: Ctx,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<Verification>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const below = cursor === undefined ? null : decodeCursor(cursor, cursorKey)[0];
  const rows = await findVerifications(readSql(), { merchantId: ctx.merchantId, below, limit });
  const page = pageOf(rows, limit, (row) => [row.id]);
  return { ...page, data: page.data.map(verificationOf) };
}

/** The last proof of all wallets, or of one customer's; null when none was taken. Throws `not_found`. */
export async function getLatestVerification(
  ctx: Ctx,
  customer: string | null = null,
): Promise<Verification | null> {
  requireCan(ctx, "usage:read");
  const sql = readSql();
  const found = customer === null ? null : await findCustomer(sql, ctx.merchantId, customer);
  if (customer !== null && !found) throw new AppError("not_found", "No such customer.");
  const row = await findLatestVerification(sql, ctx.merchantId, found?.id ?? null);
  return row && verificationOf(row);
}

/** A proof as it is kept, read back. */
export function verificationOf(row: VerificationRow): Verification {
  const { id, customer, ok, at, wallets, entries, unshown } = row;
  return {
    ...{ id, customer, ok, at, wallets, entries, unshown },
    breaks: z.array(breakShape).parse(row.breaks),
    actor: actorShape.parse(row.actor),
  };
}

/** A proof as the HTTP API writes it. */
export function verificationJson(proof: Verification) {
  return {
    ...proof,
    at: proof.at.toISOString(),
    wallets: Number(proof.wallets),
    entries: Number(proof.entries),
  };
}
