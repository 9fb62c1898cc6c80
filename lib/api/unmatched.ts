import type { Context, Hono } from "hono";
import { AppError } from "@/lib/kernel/errors";
import { NO_CONTENT, problemResponse, replyResponse } from "./reply";
import { requestIdOf } from "./request-id";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Answers what no operation matches: what a path allows to a caller who asks (OPTIONS), 405 with `Allow` for a path
 * that exists, 404 for one that does not. Browsers of other origins get no CORS headers: keys do not belong there.
 */
export function answerUnmatched(app: Hono): (c: Context) => Response {
  return (c) => {
    const requestId = requestIdOf(c.req.raw, new Date());
    const allow = allowedAt(app, c.req.path);
    if (allow === "") return problemResponse(new AppError("not_found", "There is nothing here."), requestId);
    if (c.req.method === "OPTIONS") {
      const response = replyResponse(NO_CONTENT, requestId);
      response.headers.set("allow", allow);
      return response;
    }
    const error = new AppError("method_not_allowed", `This address takes ${allow}.`);
    return problemResponse(error, requestId, { allow });
  };
}

function allowedAt(app: Hono, path: string): string {
  const methods = METHODS.filter((method) => app.router.match(method, path)[0].length > 0);
  if (methods.length === 0) return "";
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}
