import type { CreatePricingRuleInput } from "./schemas";

/** A rule for chats of one model in one module: 1 and 2 credits per 1,000 tokens. */
export const CHAT: CreatePricingRuleInput = {
  module: "chatbot",
  operation: "chat",
  provider: "openai",
  model: "gpt-4o",
  method: "per_1k_tokens",
  inputRate: "1",
  outputRate: "2",
};
