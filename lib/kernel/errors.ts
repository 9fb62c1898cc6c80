/** Every failure a caller may meet, by its stable public code. `lib/web` gives each an HTTP status. */
export const ERROR_CODES = [
  "invalid_json",
  "unauthenticated",
  "forbidden",
  "access_disabled",
  "not_found",
  "method_not_allowed",
  "conflict",
  "too_large",
  "unsupported_media_type",
  "invalid_input",
  "unpriced",
  "insufficient_credits",
  "quota_exceeded",
  "rate_limited",
  "unavailable",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One field that needs attention: `path` in dotted form ("customer.id"), `message` for a person. */
export type FieldIssue = { path: string; message: string };

export type ErrorDetails = {
  /** For `invalid_input`: what is wrong, field by field. */
  errors?: FieldIssue[];
  /** Further members of the problem document (RFC 9457 §3.2), e.g. `limit` and `notice` of a refusal. */
  extensions?: Record<string, unknown>;
  /** Seconds after which a repeat may succeed; becomes the `Retry-After` header. */
  retryAfterSeconds?: number;
  /** The HTTP status where it is not the code's own: taking away more credits than there are is 409, not 402. */
  status?: number;
};

/** An expected failure: it carries a code a program can act on and a sentence a person can read. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
