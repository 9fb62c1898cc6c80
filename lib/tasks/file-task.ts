import { z } from "zod";
import { type Ctx, type Permission, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { followTask } from "./follow-task";
import { getTask } from "./get-task";
import type { TaskKind } from "./schemas";
import { startTask } from "./start-task";
import type { TaskKey } from "./tasks.repo";

/** What a file is made of: words, and lists of words. */
const stored = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

type FileToBe = {
  readonly kind: TaskKind;
  readonly permission: Permission;
  /** What it is to hold; what is undefined in it is left out. */
  readonly input: object;
  /** How many rows it will have. */
  readonly total: number;
};

/**
 * Prepares a file whose making shows as a task how far it is, for `fetchFileTask` to read once. Nothing is written yet.
 */
export async function startFileTask(
  ctx: Ctx,
  { kind, permission, input, total }: FileToBe,
): Promise<TaskKey> {
  requireCan(ctx, permission);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return startTask(ctx, { kind, permission, input: stored.parse(given), total, queue: false });
}

type Making<File> = {
  readonly kind: TaskKind;
  readonly permission: Permission;
  /** Opens the file from what it was prepared with. */
  readonly open: (input: unknown) => Promise<File>;
  readonly clock: () => Date;
};

/**
 * The file that was prepared, once. Its task follows the reader; stopping it breaks the file off. Throws `not_found` for
 * a task that is no such file of this merchant, and `conflict` for one that was fetched.
 */
export async function fetchFileTask<
  Piece extends { readonly rows: number },
  File extends { readonly pieces: AsyncGenerator<Piece> },
>(ctx: Ctx, taskId: string, { kind, permission, open, clock }: Making<File>) {
  requireCan(ctx, permission);
  const task = await getTask(ctx, taskId);
  if (task.kind !== kind) throw new AppError("not_found", "There is no export with this id.");
  const file = await open(task.input);
  return { ...file, pieces: followTask({ merchantId: ctx.merchantId, id: task.id }, file.pieces, clock) };
}
