import { newId } from "@/lib/kernel/ids";
import { REQUEST_ID } from "./reply";

const ACCEPTABLE = /^[\w.:-]{1,100}$/;

/** The caller's own `x-request-id`, if it can stand in a log and a header, else a new one. It comes back with every answer. */
export function requestIdOf(request: Request, now: Date): string {
  const given = request.headers.get(REQUEST_ID);
  return given !== null && ACCEPTABLE.test(given) ? given : newId(now);
}
