import type { Context } from "hono";
import { isMigrated } from "@/lib/db/migrate";
import { AppError } from "@/lib/kernel/errors";
import { json, problemResponse, replyResponse } from "./reply";
import { requestIdOf } from "./request-id";

const PATIENCE_MILLIS = 3_000;

/** Answers as long as the process does: what a supervisor restarts it by. */
export function health(c: Context): Response {
  return replyResponse(json(200, { status: "ok" }), requestIdOf(c.req.raw, new Date()));
}

/** Whether requests can be served: the database is reachable and has every migration. 503 when not. */
export async function ready(c: Context): Promise<Response> {
  const requestId = requestIdOf(c.req.raw, new Date());
  try {
    if (await inTime(isMigrated())) return replyResponse(json(200, { status: "ready" }), requestId);
    throw new AppError("unavailable", "The database still lacks migrations of this version.");
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

/** A database that accepts connections and then says nothing is not ready either. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new AppError("unavailable", "The database does not answer.");
    timer = setTimeout(() => reject(error), PATIENCE_MILLIS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
