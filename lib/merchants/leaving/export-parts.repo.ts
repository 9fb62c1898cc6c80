import { prisma, type Tx } from "@/lib/db";

type PartKey = { readonly merchantId: string; readonly taskId: string; readonly sequence: number };

type NewPart = PartKey & { readonly content: Uint8Array<ArrayBuffer>; readonly createdAt: Date };

export async function insertExportPart(tx: Tx, part: NewPart): Promise<void> {
  await tx.exportPart.create({ data: part, select: { sequence: true } });
}

/** One piece of the file; null when there is none, or no more. */
export async function findExportPart(key: PartKey): Promise<Uint8Array | null> {
  const row = await prisma.exportPart.findUnique({
    where: { merchantId_taskId_sequence: key },
    select: { content: true },
  });
  return row?.content ?? null;
}

/** Over all merchants: for the worker alone. */
export async function deletePartsBefore(at: Date): Promise<number> {
  const { count } = await prisma.exportPart.deleteMany({ where: { createdAt: { lt: at } } });
  return count;
}
