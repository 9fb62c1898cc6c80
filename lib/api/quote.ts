import { z } from "@hono/zod-openapi";
import { creditsToString } from "@/lib/kernel/micros";
import { authorizeInput, quoteInput } from "@/lib/metering/schemas";
import { quote } from "@/lib/pricing";
import { endpoint } from "./endpoint";
import { NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json } from "./reply";
import { quoteAnswer } from "./shapes/rules";

const { id, customer, guest, store, holdSeconds } = authorizeInput.shape;
const { usage, ...request } = quoteInput.shape;

/** Every body of authorize can be quoted as it is; who asks, where and for how long does not change a price. */
const quoteBody = z
  .strictObject({
    ...request,
    usage: usage.optional(),
    estimate: usage.optional(),
    id: id.optional(),
    customer,
    guest,
    store,
    holdSeconds: holdSeconds.optional(),
  })
  .refine((body) => body.usage === undefined || body.estimate === undefined, {
    path: ["estimate"],
    message: "give usage or estimate, not both",
  });

export const quoteEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/quote",
      operationId: "quote",
      tag: "Metering",
      summary: "Price a request without charging it.",
      description:
        "What `authorize` would set aside, with the formula spelled out, which rule matched and why others did not. " +
        "Takes a body of `authorize` as it is, or the same with `usage`. Nothing is held, charged or registered.",
      permission: "usage:write",
      params: NO_PARAMS,
      query: NO_QUERY,
      body: parsed(quoteBody),
      example: {
        module: "chatbot",
        operation: "chat",
        provider: "openai",
        model: "gpt-4o",
        usage: { inputTokens: 800, outputTokens: 300 },
      },
      answers: { 200: { means: "The price.", schema: quoteAnswer } },
    },
    async ({ ctx, body }) => {
      const { costMicros, ...quoted } = await quote(ctx, {
        ...body,
        usage: body.usage ?? body.estimate ?? {},
      });
      return json(200, { cost: creditsToString(costMicros), ...quoted });
    },
  ),
];
