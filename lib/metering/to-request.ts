import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { usageOf } from "@/lib/pricing/core";
import { fingerprintOf } from "@/lib/kernel/fingerprint";
import type { MeteredRequest, NamedSubject } from "./request";
import type { AuthorizeInput, RecordUsageInput } from "./schemas";

/** Throws `forbidden` when the key is bound to another store; a bound key acts for its own store. */
function storeFor(ctx: Ctx, store: string | null | undefined): string | null {
  if (ctx.storeId === null) return store ?? null;
  if (store != null && store !== ctx.storeId) {
    throw new AppError("forbidden", `This key may act for the store "${ctx.storeId}" only.`);
  }
  return ctx.storeId;
}

function subjectOf(input: Pick<AuthorizeInput, "customer" | "guest">): NamedSubject {
  const { customer, guest } = input;
  if (customer) {
    return {
      kind: "customer",
      externalId: customer.id,
      email: customer.email ?? undefined,
      name: customer.name ?? undefined,
      roles: customer.roles ?? undefined,
    };
  }
  if (guest) return { kind: "guest", session: guest.session, ip: guest.ip ?? undefined };
  throw new AppError("invalid_input", "Give exactly one of customer and guest.");
}

function facts(ctx: Ctx, input: AuthorizeInput | RecordUsageInput) {
  return {
    merchantId: ctx.merchantId,
    id: input.id,
    module: input.module,
    operation: input.operation,
    bot: input.bot ?? null,
    form: input.form ?? null,
    store: storeFor(ctx, input.store),
    provider: input.provider,
    model: input.model,
  };
}

/** What makes two requests the same beyond their id, in one order: what is absent, null or its default is alike. */
function contentsOf(input: AuthorizeInput | RecordUsageInput): unknown[] {
  const { customer, guest } = input;
  return [
    customer && [customer.id, customer.email, customer.name, customer.roles],
    guest && [guest.session, guest.ip],
    input.module,
    input.operation,
    input.bot,
    input.form,
    input.store,
    input.provider,
    input.model,
  ];
}

/** A parsed authorize call as the engine takes it. */
export function authorizeRequest(ctx: Ctx, input: AuthorizeInput): MeteredRequest {
  const estimate = usageOf(input.estimate ?? {});
  const contents = [...contentsOf(input), Object.values(estimate), input.holdSeconds];
  return {
    now: ctx.now,
    subject: subjectOf(input),
    op: {
      kind: "authorize",
      ...facts(ctx, input),
      fingerprint: fingerprintOf("authorize", contents),
      estimate,
      holdSeconds: input.holdSeconds,
    },
  };
}

/** Parsed usage as the engine takes it. */
export function usageRequest(ctx: Ctx, input: RecordUsageInput): MeteredRequest {
  const { conversation, metadata, evidence } = input;
  const usage = usageOf(input.usage);
  const hold = input.hold ?? null;
  const occurredAt = input.occurredAt ?? null;
  const contents = [
    ...contentsOf(input),
    Object.values(usage),
    hold,
    evidence,
    occurredAt,
    conversation,
    metadata,
  ];
  return {
    now: ctx.now,
    subject: subjectOf(input),
    op: {
      kind: "usage",
      ...facts(ctx, input),
      fingerprint: fingerprintOf("usage", contents),
      usage,
      holdId: hold,
      evidence,
      occurredAt,
      conversation: conversation
        ? {
            id: conversation.id,
            source: conversation.source ?? null,
            messages: conversation.messages.map(messageOf),
          }
        : null,
      metadata: metadata ?? null,
    },
  };
}

function messageOf(message: NonNullable<RecordUsageInput["conversation"]>["messages"][number]) {
  return {
    role: message.role,
    content: message.content,
    at: message.at ?? undefined,
    request: message.request ?? undefined,
    response: message.response ?? undefined,
    vectorScores: message.vectorScores ?? undefined,
    error: message.error ?? undefined,
  };
}
