import { z } from "zod";
import { count, instantField, orElse, word } from "@/lib/kernel/fields";
import { EVIDENCE } from "@/lib/logs/core";
import { millisecondsOf } from "@/lib/pricing/core";

/** The most tokens, images or videos one request may report. */
const MAX_TOKENS = 1_000_000_000;
const MAX_PIECES = 1_000_000;
/** A month of seconds. */
const MAX_SECONDS = 2_678_400;
const MAX_CONTENT = 4_000_000;

export { EVIDENCE };
export const MESSAGE_ROLES = ["system", "user", "assistant", "tool"] as const;

const seconds = z
  .number()
  .min(0, "must not be negative")
  .max(MAX_SECONDS, `must be at most ${MAX_SECONDS}`)
  .refine((value) => millisecondsOf(value) !== null, "must have at most three decimal places");

/**
 * Token buckets are disjoint (design.md §9): input without cached, output without reasoning. A total is for callers who
 * know no split; beside a split it says nothing new and is not counted.
 */
const usageField = z.strictObject({
  inputTokens: count(MAX_TOKENS).nullish(),
  outputTokens: count(MAX_TOKENS).nullish(),
  cachedInputTokens: count(MAX_TOKENS).nullish(),
  cacheWriteTokens: count(MAX_TOKENS).nullish(),
  reasoningTokens: count(MAX_TOKENS).nullish(),
  totalTokens: count(MAX_TOKENS).nullish(),
  images: count(MAX_PIECES).nullish(),
  videos: count(MAX_PIECES).nullish(),
  seconds: seconds.nullish(),
});

/** Who asks: the merchant's id of the person, or the person with what is known of them. */
const customerField = z.union([
  word().transform((id) => ({ id, email: undefined, name: undefined, roles: undefined })),
  z.strictObject({
    id: word(),
    email: z.email().max(320).nullish(),
    name: word(200).nullish(),
    roles: z.array(word(100)).max(50).nullish(),
  }),
]);

/** A visitor without account, known by session and, where given, by the network of the IP address. */
const guestField = z.strictObject({
  session: word(),
  ip: z.union([z.ipv4(), z.ipv6()], "must be an IPv4 or IPv6 address").nullish(),
});

const identity = {
  id: word(),
  customer: customerField.nullish(),
  guest: guestField.nullish(),
  module: word(100),
  operation: word(100),
  bot: word().nullish(),
  form: word().nullish(),
  store: word().nullish(),
  provider: word(100),
  model: word(),
};

const oneOfCustomerAndGuest = (input: { customer?: unknown; guest?: unknown }) =>
  (input.customer == null) !== (input.guest == null);
const ONE_OF = { path: ["customer"], message: "give exactly one of customer and guest" };

export const authorizeInput = z
  .strictObject({
    ...identity,
    estimate: usageField.nullish(),
    holdSeconds: orElse(z.number().int().min(1).max(86_400), 600),
  })
  .refine(oneOfCustomerAndGuest, ONE_OF);

const vectorScore = z.strictObject({
  provider: word(),
  source: word(500),
  score: z.number().min(0).max(1),
  preview: orElse(z.string().max(10_000), ""),
  resultId: z.string().max(500).nullish(),
});

const payload = z.record(z.string(), z.unknown()).nullish();

const message = z.strictObject({
  role: z.enum(MESSAGE_ROLES),
  content: z.string().max(MAX_CONTENT),
  at: instantField.nullish(),
  request: payload,
  response: payload,
  vectorScores: z.array(vectorScore).max(200).nullish(),
  error: z.string().max(10_000).nullish(),
});

export const recordUsageInput = z
  .strictObject({
    ...identity,
    hold: word().nullish(),
    usage: usageField,
    evidence: orElse(z.enum(EVIDENCE), "provider_final"),
    occurredAt: instantField.nullish(),
    conversation: z
      .strictObject({
        id: word(),
        source: word().nullish(),
        messages: orElse(z.array(message).max(1_000), []),
      })
      .nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine(oneOfCustomerAndGuest, ONE_OF);

/** Events are parsed one by one, so that a bad one is rejected in place (design.md §4). */
export const usageBatchInput = z.strictObject({ events: z.array(z.unknown()).min(1).max(1_000) });

export const quoteInput = z.strictObject({
  module: word(100),
  operation: word(100),
  bot: word().nullish(),
  form: word().nullish(),
  provider: word(100),
  model: word(),
  usage: usageField,
});

export type AuthorizeInput = z.output<typeof authorizeInput>;
export type RecordUsageInput = z.output<typeof recordUsageInput>;

/** Which recorded usage to zero: the scope as answers show it, or all. */
export const resetQuotasInput = z.strictObject({ scope: word(500).nullish() });
