import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { AppError, type FieldIssue } from "@/lib/kernel/errors";
import type { OpResult } from "./core/op";
import { submit } from "./engine";
import { recordUsageInput, usageBatchInput } from "./schemas";
import { usageRequest } from "./to-request";

/**
 * Records up to 1,000 usage events, each as `recordUsage` would; one bad event never blocks the others. Answers in
 * the order given, as ready JSON text: `recorded`, `replayed` or `rejected` with the code and what is wrong.
 */
export async function recordUsageBatch(ctx: Ctx, input: unknown): Promise<string> {
  requireCan(ctx, "usage:write");
  const { events } = usageBatchInput.parse(input);
  const results = await Promise.all(events.map((event) => recordOne(ctx, event)));
  return `{"results":[${results.join(",")}]}`;
}

async function recordOne(ctx: Ctx, event: unknown): Promise<string> {
  const parsed = recordUsageInput.safeParse(event);
  if (!parsed.success) return rejected(idOf(event), invalid(parsed.error));
  try {
    return resultText(parsed.data.id, await submit(usageRequest(ctx, parsed.data)));
  } catch (error) {
    if (error instanceof AppError) return rejected(parsed.data.id, error);
    throw error;
  }
}

function resultText(id: string, result: OpResult): string {
  if (result.ok) return `{"status":"${result.replayed ? "replayed" : "recorded"}",${result.body.slice(1)}`;
  if (result.error instanceof AppError) return rejected(id, result.error);
  throw result.error;
}

function rejected(id: string | null, error: AppError): string {
  const { errors } = error.details;
  return JSON.stringify({
    id,
    status: "rejected",
    code: error.code,
    detail: error.message,
    ...(errors ? { errors } : {}),
  });
}

function invalid(error: z.ZodError): AppError {
  return new AppError("invalid_input", "Some fields need attention.", {
    errors: error.issues.flatMap(issuesOf),
  });
}

function issuesOf(issue: z.core.$ZodIssue): FieldIssue[] {
  const path = issue.path.map(String).join(".");
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: path === "" ? key : `${path}.${key}`,
    message: "is not a known field",
  }));
}

function idOf(event: unknown): string | null {
  const named = z.object({ id: z.string() }).safeParse(event);
  return named.success ? named.data.id : null;
}
