import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { Log } from "./core/log";
import { findLog } from "./logs-read.repo";
import { readLog } from "./read-log";

/**
 * One log with everything in it: the messages oldest first, what each answer used and cost, and why. A request
 * without an answer is shown as an empty message of the assistant, so that no charge is invisible. Of a very
 * long conversation the newest 2,000 messages and charges are given; `earlierMessages` says how many are not.
 *
 * Throws `not_found` for an id that is unknown, another merchant's, another store's, or no id at all.
 */
export async function getLog(ctx: Ctx, id: string): Promise<Log> {
  requireCan(ctx, "usage:read");
  const { merchantId } = ctx;
  const known = z.uuid().safeParse(id).success;
  const log = known ? await findLog(ctx, { merchantId, id, store: ctx.storeId }) : null;
  if (!log) throw new AppError("not_found", "There is no log with this id.");

  return readLog(ctx, log);
}
