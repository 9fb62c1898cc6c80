import { z } from "zod";
import type { Actor } from "@/lib/access";
import { prisma, type Tx, type TxScope } from "@/lib/db";

/** A merchant that waits to be deleted. */
export type Deletion = { requestedBy: string; requestedAt: Date; deleteAt: Date };

const actorShape = z.object({ label: z.string() });

/** The deletion that was asked for and has not begun; null when there is none. */
export async function findDeletion(scope: TxScope, merchantId: string): Promise<Deletion | null> {
  const row = await (scope.tx ?? prisma).merchantDeletion.findUnique({
    where: { merchantId, startedAt: null },
  });
  if (!row) return null;
  const { requestedAt, deleteAt } = row;
  return { requestedBy: actorShape.parse(row.requestedBy).label, requestedAt, deleteAt };
}

type NewDeletion = { merchantId: string; requestedBy: Actor; requestedAt: Date; deleteAt: Date };

/** False when one was asked for already. */
export async function insertDeletion(tx: Tx, deletion: NewDeletion): Promise<boolean> {
  const { count } = await tx.merchantDeletion.createMany({ data: [deletion], skipDuplicates: true });
  return count === 1;
}

/** False when there is none that could still be taken back. */
export async function deleteWaitingDeletion(tx: Tx, merchantId: string): Promise<boolean> {
  const { count } = await tx.merchantDeletion.deleteMany({ where: { merchantId, startedAt: null } });
  return count === 1;
}

/** Merchants whose waiting is over, or that are going already. Over all merchants: for the worker alone. */
export async function findDueDeletions(now: Date): Promise<{ merchantId: string; startedAt: Date | null }[]> {
  return prisma.merchantDeletion.findMany({
    where: { deleteAt: { lte: now } },
    select: { merchantId: true, startedAt: true },
    orderBy: { deleteAt: "asc" },
  });
}

/** False when it was taken back or begun by another. From now on its append-only rows may go. */
export async function beginDeletion(tx: Tx, merchantId: string, now: Date): Promise<boolean> {
  const { count } = await tx.merchantDeletion.updateMany({
    where: { merchantId, startedAt: null, deleteAt: { lte: now } },
    data: { startedAt: now },
  });
  return count === 1;
}

/** A trigger tells every server. */
export async function revokeAllKeys(tx: Tx, merchantId: string, now: Date): Promise<void> {
  await tx.apiKey.updateMany({ where: { merchantId, revokedAt: null }, data: { revokedAt: now } });
}

/** The last rows of all. Foreign keys refuse it while anything else is left. Its trail went before. */
export async function deleteMerchantRow(merchantId: string): Promise<void> {
  await prisma.$transaction([
    prisma.merchantDeletion.deleteMany({ where: { merchantId } }),
    prisma.merchant.deleteMany({ where: { id: merchantId } }),
  ]);
}

export async function findOwnerEmails(tx: Tx, merchantId: string): Promise<string[]> {
  const owners = await tx.member.findMany({
    where: { merchantId, role: "owner" },
    select: { user: { select: { email: true } } },
  });
  return owners.map(({ user }) => user.email);
}
