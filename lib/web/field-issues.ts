import type { z } from "zod";
import type { FieldIssue } from "@/lib/kernel/errors";

type Issue = z.core.$ZodIssue;

const MISSING = /received undefined$/;
const UNSAID = "Invalid input";
const NOISE = /^Invalid (input|option|string): /;

/**
 * What is wrong, field by field, with dotted paths ("customer.id", "events.3"). A field that should not be there
 * is named by its own path; of a union, the variant that the value came closest to is explained.
 */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => explain(issue, []));
}

function explain(issue: Issue, under: readonly PropertyKey[]): FieldIssue[] {
  const path = [...under, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: dotted([...path, key]), message: "is not a known field" }));
  }
  if (issue.code === "invalid_union" && issue.message === UNSAID) {
    const closest = closestVariant(issue.errors);
    if (closest) return closest.flatMap((each) => explain(each, path));
  }
  return [{ path: dotted(path), message: wording(issue.message) }];
}

/** The variant whose type the value has: its complaints are about the inside, not about the value as such. */
function closestVariant(variants: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return variants.find(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type"),
  );
}

function wording(message: string): string {
  if (message === UNSAID) return "has none of the accepted forms";
  return MISSING.test(message) ? "is required" : message.replace(NOISE, "");
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}
