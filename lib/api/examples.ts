/** The bodies and answers that the reference shows: one request followed through the API. */
const REQUEST = {
  id: "req_1",
  customer: "42",
  module: "chatbot",
  operation: "chat",
  bot: "support",
  store: "main",
  provider: "openai",
  model: "gpt-4o",
};

const RULE_ID = "019a9e3c-1d00-7000-8000-5f0c2b7a9d11";
const QUOTA_ID = "019a9e3c-1d01-7000-8000-5f0c2b7a9d12";
const QUOTA_VIEW = {
  id: QUOTA_ID,
  scope: "chatbot",
  limit: "100",
  used: "12",
  held: "0",
  remaining: "88",
  resetsAt: "2026-12-01T00:00:00.000Z",
};
const CHARGED = {
  id: "req_1",
  allowed: true,
  cost: "2",
  rawCost: "1.4",
  fromBalance: "2",
  fromQuota: "0",
  rule: { id: RULE_ID, version: 1 },
};

export const AUTHORIZE = { ...REQUEST, estimate: { inputTokens: 800, outputTokens: 300 }, holdSeconds: 600 };
export const AUTHORIZATION = {
  ...CHARGED,
  hold: { id: "req_1", expiresAt: "2026-11-20T10:10:00.000Z" },
  balance: { total: "500", held: "2", available: "498" },
  quotas: [QUOTA_VIEW],
  replayed: false,
};
export const REFUSAL = {
  type: "urn:problem-type:tollgate:insufficient_credits",
  title: "Not enough credits",
  status: 402,
  detail: "Balance and quota do not cover this request.",
  code: "insufficient_credits",
  allowed: false,
  limit: { ...QUOTA_VIEW, used: "100", remaining: "0" },
  notice: {
    message: "You have reached your quota for this period.",
    actions: [
      { slot: "primary", type: "buy_credits", label: "Buy credits", url: "https://shop.example.com/credits" },
    ],
  },
};

export const USAGE = {
  ...REQUEST,
  usage: { inputTokens: 812, outputTokens: 274 },
  evidence: "provider_final",
  occurredAt: "2026-11-20T10:00:00Z",
  conversation: {
    id: "c-9",
    source: "widget",
    messages: [
      { role: "user", content: "Do you ship to Norway?" },
      {
        role: "assistant",
        content: "Yes, within five days.",
        vectorScores: [
          { provider: "pinecone", source: "kb-main", score: 0.83, preview: "Shipping to the Nordics" },
        ],
      },
    ],
  },
};
export const RECEIPT = {
  ...CHARGED,
  rawCost: "1.36",
  overdraft: "0",
  late: false,
  balance: { total: "498", held: "0", available: "498" },
  quotas: [QUOTA_VIEW],
  ledgerEntryId: "019a9e3c-2f40-7000-8000-77d0a1c3e001",
  logId: "019a9e3c-2f40-7001-8000-77d0a1c3e002",
  replayed: false,
};
export const BATCH = { events: [{ ...REQUEST, id: "req_2", usage: { totalTokens: 1500 } }] };

export const RULE = {
  module: "chatbot",
  operation: "chat",
  provider: "openai",
  model: "gpt-4o*",
  method: "per_1k_tokens",
  inputRate: "1",
  outputRate: "2",
};
export const QUOTA = {
  audience: "role",
  role: "subscriber",
  module: "chatbot",
  limit: "100",
  period: "monthly",
  actions: [{ slot: "primary", type: "buy_credits", label: "Buy credits" }],
};
export const CREDITS = { id: "grant_7", amount: "100", category: "promotional", reason: "Welcome gift" };
export const SET_BALANCE = { id: "fix_3", balance: "50", reason: "Agreed on the phone" };
export const CUSTOMER = { email: "ada@example.com", name: "Ada", roles: ["subscriber"] };
export const PACKAGE = {
  name: "1,000 credits",
  credits: "1000",
  expiresAfterDays: 365,
  price: "19.00",
  currency: "EUR",
  wooProduct: 101,
};
export const CHECKOUT = {
  package: "019a9e3c-1d02-7000-8000-5f0c2b7a9d13",
  customer: "42",
  successUrl: "https://shop.example.com/thanks",
  cancelUrl: "https://shop.example.com/credits",
};
