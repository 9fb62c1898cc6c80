import { z } from "@hono/zod-openapi";
import { ERROR_CODES } from "@/lib/kernel/errors";
import { REFUSAL } from "../examples";

/** Credits in answers: the shortest exact decimal string. */
export const amount = z
  .string()
  .regex(/^-?\d+(\.\d{1,6})?$/)
  .openapi("Amount", { description: "Credits as a decimal string, exact to six places.", example: "1.4" });

export const instant = z.iso
  .datetime()
  .openapi("Instant", { description: "ISO 8601, in UTC.", example: "2026-11-20T10:00:00.000Z" });

/** A page of a list, newest first. */
export function pageShape(item: z.ZodType) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().openapi({
      description: "Give it as `cursor` to get the next page; null on the last one.",
    }),
  });
}

export const ruleRef = z
  .strictObject({ id: z.uuid(), version: z.int() })
  .nullable()
  .openapi({ description: "The version of the pricing rule that set the price; null when none matched." });

export const actor = z
  .strictObject({
    kind: z.enum(["member", "api_key", "customer", "guest", "webhook", "system"]),
    id: z.string(),
    label: z.string(),
  })
  .openapi("Actor", { description: "Who did it, by the name they had then." });

export const auditEvent = z
  .strictObject({
    id: z.uuid(),
    actor,
    action: z.string().openapi({ example: "pricing_rule.update" }),
    entity: z.string(),
    entityId: z.string(),
    details: z.unknown(),
    at: instant,
  })
  .openapi("AuditEvent");

const problemFields = {
  type: z.string().openapi({ example: "urn:problem-type:tollgate:invalid_input" }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum([...ERROR_CODES, "internal"]).openapi({ description: "Stable: what a program acts on." }),
};

export const problem = z
  .looseObject({
    ...problemFields,
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem", { description: "A problem document (RFC 9457)." });

export const probe = z.strictObject({ status: z.string() }).openapi("Probe");

/** A quota as the answer to a request shows it, after that request. */
export const quotaView = z
  .strictObject({
    id: z.uuid(),
    scope: z.string().openapi({
      description:
        "Where it counts: `any`, `chatbot`, `chatbot/support`, each with `@store` where only one store counts.",
    }),
    limit: amount.nullable(),
    used: amount,
    held: amount,
    remaining: amount.nullable(),
    resetsAt: instant.nullable(),
  })
  .openapi("QuotaView");

const action = z.strictObject({
  slot: z.enum(["primary", "secondary"]),
  type: z.enum(["usage", "credits", "purchases", "buy_credits", "custom_url"]),
  label: z.string(),
  url: z.string().nullable(),
});
export const quotaAction = action.openapi("QuotaAction");

/** Why a request may not run, with what to show the visitor. */
export const refusal = z
  .looseObject({
    ...problemFields,
    allowed: z.literal(false),
    limit: quotaView.nullable().openapi({ description: "The quota that said no, if one did." }),
    notice: z.strictObject({ message: z.string(), actions: z.array(quotaAction).max(2) }),
  })
  .openapi("Refusal", {
    example: REFUSAL,
    description: "A problem document that also says what stood in the way, and what to show.",
  });
