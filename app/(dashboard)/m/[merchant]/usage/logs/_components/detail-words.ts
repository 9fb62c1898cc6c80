/** The texts of one log: what was said, how it was found, what it cost and why. */
import { formatPlural } from "@/lib/kernel/format";
import type { ScoreBand } from "@/lib/logs/core";

/** How the figures of a request are known. */
export const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  provider_final: "Reported by the provider",
  provider_partial: "Reported by the provider in part",
  estimated: "Estimated",
  manual: "Entered by hand",
};

export const ROLE_WORDS: Readonly<Record<string, string>> = {
  system: "System",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

type BandWords = { readonly name: string; readonly range: string; readonly advice: string };

/** The four bands of a vector score, and what to do about each. */
export const BAND_WORDS: Record<ScoreBand, BandWords> = {
  strong: { name: "Strong", range: "85% and more", advice: "The context was about the question." },
  useful: {
    name: "Usually useful",
    range: "70–84%",
    advice: "Good enough for most answers. Look at the texts when an answer misses something.",
  },
  weak: {
    name: "Weak",
    range: "50–69%",
    advice: "Review the source: is what people ask for in it, in their words?",
  },
  poor: {
    name: "Poor",
    range: "below 50%",
    advice:
      "The answer may rest on unrelated texts. Raise the threshold, or add what is missing to the source.",
  },
};

export const MARKS = {
  failed: { label: "Failed", tip: "At least one of its messages brought an error" },
  unpriced: { label: "Unpriced", tip: "No pricing rule matched at least one of its requests" },
  overdraft: { label: "Overdraft", tip: "Neither balance nor quota covered all of it" },
  late: { label: "Late", tip: "Usage arrived after its hold had ended, and was charged as new" },
  imported: {
    label: "Imported",
    tip: "Brought in from elsewhere: it was paid there, and no balance or ledger entry here belongs to it",
  },
} as const;

/** How credits came into a wallet. */
export const LOT_SOURCES: Readonly<Record<string, string>> = {
  purchase: "Purchase",
  grant: "Grant",
  adjustment: "Adjustment",
  correction: "Correction",
  dispute_reversal: "Dispute won",
  transfer_in: "Transfer",
};

export const LOT_WORDS = {
  unknown: "A lot",
  order: (number: string) => `order ${number}`,
} as const;

export const DETAIL = {
  title: "Log",
  missing: "There is no such log",
  missingWhy: "It may have been deleted. What it cost stays in the ledger, under Activity.",
  earlier: (count: number) =>
    `The newest part of a long conversation: ${formatPlural(count, "earlier message")} not shown.`,
  pruned: "What was said is no longer kept: retention took messages and payloads away on",
  prunedKept: "Figures and charges are all here.",
  nav: "Logs of this page",
  place: (at: number, of: number) => `${at} of ${of} on this page`,
  texts: "Texts",
  formatted: "Formatted",
  asWritten: "As written",
  customer: "Customer",
  guest: "Guest",
  unknown: "Unknown",
  roles: "Roles",
  module: "Module",
  bot: "Bot",
  form: "Form",
  store: "Store",
  source: "Source",
  conversation: "Conversation",
  began: "Began",
  latest: "Latest activity",
  requests: "Requests",
  messages: "Messages",
  tokens: "Tokens",
  credits: "Credits",
} as const;

export const COPY = {
  session: "Copy session",
  conversation: "Copy conversation id",
  log: "Copy log id",
  customer: "Copy customer id",
  usage: "Copy usage id",
  entry: "Copy ledger entry id",
  rule: "Copy rule id",
  lot: "Copy lot id",
  quota: "Copy quota id",
} as const;

export const MESSAGE = {
  pruned: "What was said here is no longer kept.",
  noAnswer: "No answer was stored for this request.",
  more: (count: string) => `${count} more characters are in the API’s answer.`,
  image: (place: number) => `Result ${place}`,
  parameters: "Parameters",
  request: "Request payload",
  response: "Response payload",
  metadata: "Metadata",
  tokens: "tokens",
  nothingUsed: "Nothing used",
  input: "input",
  cachedInput: "cached input",
  cacheWrite: "cache write",
  output: "output",
  reasoning: "reasoning",
} as const;

export const SCORES = {
  score: "Score",
  label: "Vector scores",
  bestOf: (count: number) => `best of ${count}`,
  whatToDo:
    "Useful content was left out: lower the threshold or raise the result limit. Unrelated content was used: raise the threshold. Scores explain the retrieval; they do not grade the answer.",
} as const;

export const CHARGE = {
  why: "Why",
  credits: "credits",
  amount: (credits: string, one: boolean) => `${credits} ${one ? "credit" : "credits"}`,
  free: "It cost nothing.",
  unpricedFree: "No rule priced it, so it cost nothing.",
  balance: "the balance",
  quota: "the quota",
  nobody: "nobody",
  paidByOne: (credits: string, payer: string) => `It cost ${credits}, and ${payer} paid it all.`,
  paidBy: (credits: string, first: string, last: string) =>
    `It cost ${credits}, paid by ${first} and ${last}.`,
  rule: "Rule",
  version: (version: number) => `Version ${version} of`,
  noRule: "None",
  anyModule: "any module",
  anyModel: "any model",
  rawUnits: "None matched: one credit for each token, image and video",
  noCost: "None matched: recorded at no cost",
  balanceAfter: "Balance after",
  operation: "Operation",
  recorded: "Recorded",
  usageId: "Usage id",
  ledgerEntry: "Ledger entry",
} as const;

export const PAYERS = {
  title: "Who paid",
  balance: "From the balance",
  nobody: "Nobody: overdraft, which blocks the next request",
  quota: "Against the quota",
  quotas: "Against each of these quotas",
  used: (used: string, limit: string) => `${used} of ${limit} used`,
  unlimited: (used: string) => `${used} used, no limit`,
} as const;
