import type { ApiContent, ApiDocument, SchemaNode } from "./api-document";

const PROBLEM = "application/problem+json";

/** The anchor under which the errors of the whole API are described. */
export const ERRORS_ID = "errors";

/**
 * The shape of errors (RFC 9457) that most operations share: shown once, since it would stand in a reference some
 * hundred times. Null where there is none.
 */
export function sharedProblem(api: ApiDocument): SchemaNode | null {
  const seen = new Map<string, { schema: SchemaNode; times: number }>();
  for (const { operations } of api.groups) {
    for (const { responses } of operations) {
      for (const { content } of responses) {
        if (content?.mediaType !== PROBLEM) continue;
        const key = JSON.stringify(content.schema);
        seen.set(key, { schema: content.schema, times: (seen.get(key)?.times ?? 0) + 1 });
      }
    }
  }
  const [most] = [...seen.values()].sort((a, b) => b.times - a.times);
  return most && most.times > 1 ? most.schema : null;
}

/** Whether an answer has just that shape. */
export function isShared(content: ApiContent, shared: SchemaNode | null): boolean {
  return (
    shared !== null &&
    content.mediaType === PROBLEM &&
    JSON.stringify(content.schema) === JSON.stringify(shared)
  );
}
