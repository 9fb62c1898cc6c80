import { type PublicCode, toAppError } from "./problem";

/** Why an action did not happen, as a value for a form: `fields` maps a dotted path to what is wrong with it. */
export type Failure = {
  code: PublicCode;
  message: string;
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
};

/** Turns whatever was thrown into a `Failure` that a person may read. Unknown errors keep their secrets. */
export function toFailure(error: unknown): Failure {
  const { code, message, details } = toAppError(error);
  const fields = details.errors?.map(({ path, message: wrong }) => [path, wrong] as const);
  return {
    code,
    message: fields ? "Some fields need attention." : message,
    ...(fields ? { fields: Object.fromEntries(fields) } : {}),
    ...(details.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: details.retryAfterSeconds }),
  };
}
