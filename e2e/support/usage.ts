import type { APIRequestContext } from "@playwright/test";
import { type Merchant, send } from "./merchant";

type Conversation = { question: string; answer?: string; over?: object; answerOver?: object };

/** Records one request with its conversation; what `over` names replaces the usual. */
export async function recordChat(
  request: APIRequestContext,
  merchant: Merchant,
  [id, { question, answer = "An answer.", over = {}, answerOver = {} }]: [string, Conversation],
) {
  return send(request, merchant, [
    "/usage",
    {
      id,
      customer: { id: "42", name: "Ada Reader", email: "ada@reader.test", roles: ["subscriber"] },
      module: "chatbot",
      operation: "chat",
      bot: "support",
      provider: "openai",
      model: "gpt-4o",
      usage: { inputTokens: 800, outputTokens: 300 },
      conversation: {
        id: `c-${id}`,
        source: "widget",
        messages: [
          { role: "user", content: question },
          { role: "assistant", content: answer, ...answerOver },
        ],
      },
      ...over,
    },
  ]);
}

/** A rule for chats at 1 and 2 credits per 1K tokens: 800 in and 300 out are 2 credits. */
export const CHAT_RULE = { operation: "chat", method: "per_1k_tokens", inputRate: "1", outputRate: "2" };

/** Reads one JSON answer of the API with the merchant's key. */
export async function read(request: APIRequestContext, { apiKey }: Merchant, path: string) {
  const response = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
  return response.json();
}
