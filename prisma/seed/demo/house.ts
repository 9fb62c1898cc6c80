import type { CreatePricingRuleInput } from "@/lib/pricing/schemas";
import type { CreateQuotaInput } from "@/lib/quotas/schemas";

/** The demo merchant: a shop for people who walk, invented for this purpose. */
export const HOUSE = {
  name: "Tarnwater Outfitters",
  slug: "demo",
  timeZone: "Europe/Berlin",
  currency: "EUR",
} as const;

export const SETTINGS = {
  defaultRounding: "up_to_whole",
  unpricedPolicy: "free",
  quotaMessage: "You have used all your free requests for now. Get credits to go on, or come back later.",
  dashboardUrl: "https://tarnwater.example/account/credits",
  buyCreditsUrl: "https://tarnwater.example/shop/credits",
} as const;

export const STORES = [
  { id: "shop", name: "Tarnwater shop", url: "https://tarnwater.example" },
  { id: "journal", name: "The Tarnwater journal", url: "https://journal.tarnwater.example" },
  { id: "app", name: "Trail app", url: "https://app.tarnwater.example" },
] as const;

export const BOTS = [
  { id: "care", module: "chatbot", name: "Customer care" },
  { id: "trail-guide", module: "chatbot", name: "Trail guide" },
] as const;

export const FORMS = [
  { id: "gift-finder", module: "ai_forms", name: "Gift finder" },
  { id: "tour-planner", module: "ai_forms", name: "Tour planner" },
] as const;

/** All methods, all scopes, patterns, every rounding, and one rule that is switched off. */
export const RULES: readonly CreatePricingRuleInput[] = [
  {
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o-mini",
    method: "per_1k_tokens",
    inputRate: "0.5",
    outputRate: "1.5",
  },
  {
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o*",
    method: "per_1k_tokens",
    inputRate: "1.5",
    outputRate: "4",
    cachedInputRate: "0.75",
  },
  {
    module: "chatbot",
    operation: "chat",
    provider: "anthropic",
    model: "claude-*",
    method: "per_1k_tokens",
    inputRate: "1.2",
    outputRate: "5",
    cachedInputRate: "0.12",
    cacheWriteRate: "1.5",
    rounding: "up_to_hundredth",
  },
  {
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "o4-*",
    method: "per_1k_tokens",
    inputRate: "0.8",
    outputRate: "2.4",
    reasoningRate: "2.4",
  },
  { module: "chatbot", operation: "chat", provider: "xai", method: "flat", unitRate: "1" },
  {
    module: "chatbot",
    operation: "chat",
    provider: "google",
    method: "per_1k_tokens",
    inputRate: "0.3",
    outputRate: "1",
    rounding: "carry",
  },
  { module: "chatbot", bot: "trail-guide", operation: "chat", method: "flat", unitRate: "2" },
  {
    module: "chatbot",
    operation: "chat",
    provider: "mistral",
    method: "flat",
    unitRate: "1",
    enabled: false,
  },
  { module: "ai_forms", operation: "form_submit", method: "flat", unitRate: "3" },
  {
    module: "ai_forms",
    form: "tour-planner",
    operation: "form_submit",
    provider: "anthropic",
    method: "per_1k_tokens",
    inputRate: "2",
    outputRate: "8",
  },
  {
    module: "image_generator",
    operation: "generate",
    provider: "openai",
    model: "gpt-image-1",
    method: "per_image",
    unitRate: "8",
  },
  { module: "image_generator", operation: "generate", method: "per_image", unitRate: "6" },
  { module: "image_generator", operation: "edit", method: "per_image", unitRate: "10" },
  {
    module: "image_generator",
    operation: "video",
    provider: "google",
    model: "veo-*",
    method: "per_video",
    unitRate: "90",
  },
  {
    module: "content_writer",
    operation: "write",
    method: "per_1k_tokens",
    inputRate: "1",
    outputRate: "4",
    rounding: "carry",
  },
  {
    module: "automation",
    operation: "run",
    provider: "google",
    model: "gemini-2.5-*",
    method: "per_1k_tokens",
    inputRate: "0.2",
    outputRate: "0.6",
    rounding: "up_to_hundredth",
  },
  {
    module: "automation",
    operation: "transcribe",
    provider: "openai",
    method: "per_minute",
    unitRate: "1.5",
    rounding: "up_to_hundredth",
  },
  { operation: "search", method: "per_1k_tokens", inputRate: "0.2", outputRate: "0.5", rounding: "exact" },
  {
    module: "assistant",
    operation: "chat",
    method: "per_1k_tokens",
    inputRate: "0.8",
    outputRate: "2.4",
    reasoningRate: "2.4",
    rounding: "exact",
  },
];

const BUY = { slot: "primary", type: "buy_credits", label: "Get credits" } as const;
const SEE_USAGE = { slot: "secondary", type: "usage", label: "See my usage" } as const;

/** For guests with their network, customers, roles, one bot; one that only observes. */
export const QUOTAS: readonly CreateQuotaInput[] = [
  {
    audience: "guest",
    module: "chatbot",
    limit: "12",
    networkLimit: "40",
    period: "daily",
    message: "That was today's free share for visitors. Sign in to go on.",
    actions: [
      { slot: "primary", type: "custom_url", label: "Sign in", url: "https://tarnwater.example/account" },
      { slot: "secondary", type: "buy_credits", label: "Get credits" },
    ],
  },
  {
    audience: "guest",
    module: "image_generator",
    limit: "0",
    period: "daily",
    message: "Pictures are for people with an account.",
  },
  { audience: "customer", limit: "60", period: "monthly", actions: [BUY, SEE_USAGE] },
  {
    audience: "customer",
    module: "chatbot",
    bot: "trail-guide",
    limit: "24",
    period: "weekly",
    actions: [BUY],
  },
  {
    audience: "role",
    role: "subscriber",
    module: "chatbot",
    limit: "150",
    period: "monthly",
    anchorDay: 15,
    actions: [BUY, SEE_USAGE],
  },
  { audience: "role", role: "editor", module: "content_writer", limit: "400", period: "monthly" },
  { audience: "customer", module: "image_generator", limit: "40", period: "weekly", mode: "observe" },
];

/** Who can sign in to the dashboard of the demo, with which password. */
export const SIGN_INS = [
  { email: "owner@example.com", name: "Maren Holt", role: "owner", password: "demo-owner" },
  { email: "analyst@example.com", name: "Ruben Okafor", role: "analyst", password: "demo-analyst" },
  { email: "support@example.com", name: "Lotte Brandt", role: "support", password: "demo-support" },
] as const;
