import { z } from "zod";
import { AppError, type ErrorCode, type FieldIssue } from "@/lib/kernel/errors";
import { log } from "@/lib/observe";
import { isOutage, isUnstorable } from "./database-errors";
import { fieldIssues } from "./field-issues";

/** What a caller may be told: the codes of `AppError`, and `internal` for everything we did not foresee. */
export type PublicCode = ErrorCode | "internal";

export const HTTP_STATUS = {
  invalid_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  access_disabled: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  unpriced: 422,
  insufficient_credits: 402,
  quota_exceeded: 429,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<PublicCode, number>;

const TITLE = {
  invalid_json: "The body is not JSON",
  unauthenticated: "Authentication needed",
  forbidden: "Not allowed",
  access_disabled: "Access is disabled",
  not_found: "Not found",
  method_not_allowed: "Method not allowed",
  conflict: "Conflict",
  too_large: "The body is too large",
  unsupported_media_type: "Unsupported media type",
  invalid_input: "Some fields need attention",
  unpriced: "No price is set",
  insufficient_credits: "Not enough credits",
  quota_exceeded: "The quota is used up",
  rate_limited: "Too many requests",
  unavailable: "Temporarily unavailable",
  internal: "Something went wrong on our side",
} as const satisfies Record<PublicCode, string>;

/** A problem document (RFC 9457) with our stable `code`; refusals add members of their own. */
type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: PublicCode;
  errors?: FieldIssue[];
  [extension: string]: unknown;
};

type Problem = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: ProblemBody;
};

const OUTAGE_RETRY_SECONDS = 1;

/**
 * Turns whatever was thrown into an answer for an API caller. What we did not foresee is logged and answered as
 * `internal` without a word of its cause; a database that is away is `unavailable`, which a client may repeat.
 */
export function toProblem(error: unknown): Problem {
  const { code, message, details } = toAppError(error);
  const status = details.status ?? HTTP_STATUS[code];
  return {
    status,
    headers: headersOf(code, details.retryAfterSeconds),
    body: {
      ...details.extensions,
      type: `urn:problem-type:tollgate:${code}`,
      title: TITLE[code],
      status,
      detail: message,
      code,
      ...(details.errors ? { errors: details.errors } : {}),
    },
  };
}

type Told = { code: PublicCode; message: string; details: AppError["details"] };

/** The one place where an exception becomes something a stranger may read. */
export function toAppError(error: unknown): Told {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) {
    const errors = fieldIssues(error);
    return { code: "invalid_input", message: sentenceOf(errors), details: { errors } };
  }
  if (isUnstorable(error)) {
    return { code: "invalid_input", message: "A text holds a character that cannot be stored.", details: {} };
  }
  log.error(error);
  if (isOutage(error)) {
    const details = { retryAfterSeconds: OUTAGE_RETRY_SECONDS };
    return {
      code: "unavailable",
      message: "The database is away for a moment. Nothing was changed.",
      details,
    };
  }
  return { code: "internal", message: "Something went wrong on our side.", details: {} };
}

function sentenceOf([first, ...others]: FieldIssue[]): string {
  if (!first) return "Some fields need attention.";
  const field = first.path === "" ? "The body" : first.path;
  const more = others.length === 0 ? "" : ` And ${others.length} more.`;
  return `${field}: ${first.message}.${more}`;
}

function headersOf(code: PublicCode, retryAfterSeconds: number | undefined): Record<string, string> {
  return {
    "content-type": "application/problem+json",
    ...(code === "unauthenticated" ? { "www-authenticate": 'Bearer realm="tollgate"' } : {}),
    ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
  };
}
