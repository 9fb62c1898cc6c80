/** What the screen of activity calls things: one place for its texts, ready for translation. */
import type { Tone } from "@/components/ui";
import { formatCredits, formatPlural } from "@/lib/kernel/format";
import type { ActivityOther } from "@/lib/logs";
import type { EntryType } from "@/lib/wallets/core";

export const WORDS = {
  title: "Activity",
  description: "Credits are internal units. They do not replace what your AI providers bill you.",
  range: "Range",
  days: (count: number) => `${count} days`,
  chart: "Chart",
  ledger: "Ledger",
  ledgerLine: "Append-only: entries are never changed, a correction is another entry.",
  table: "Ledger entries",
  export: "Export CSV",
  exportTip: "Every entry that matches, newest first",
  emptyTitle: "No ledger entries in these days",
  emptyLine: "Purchases, grants, adjustments and all usage are recorded here.",
  emptyFilteredTitle: "No entry matches in these days",
  emptyFilteredLine: "Take a filter away, or choose other days.",
  emptySoFarTitle: "None among the latest 100,000 entries",
  emptySoFarLine: "What you look for is rare. The search goes on further back.",
  goOn: "Search further back",
  entry: "Ledger entry",
  missingTitle: "There is no such entry",
  missingLine: "It may belong to another merchant, or the address was cut.",
} as const;

export const EXPORT = {
  title: "Export the ledger",
  uncounted: "The entries could not be counted",
  failed: "Nothing was exported",
  counting: "Counting the entries…",
  nothing: "No entry matches: the file would be empty.",
  what: (count: number, narrowed: boolean) =>
    `${formatPlural(count, "entry", "entries")} of these days ${narrowed ? (count === 1 ? "matches the filters" : "match the filters") : "in all"}: one row each, newest first, as CSV for spreadsheets.`,
  confirm: (count: number) => (count === 0 ? "Export" : `Export ${formatPlural(count, "entry", "entries")}`),
  saving: "Your browser saves the file. You can close this and go on working.",
  cancel: "Cancel",
  close: "Close",
} as const;

export const FILTERS = {
  type: "Type",
  actor: "Actor",
  module: "Module",
  model: "Model",
  customer: "Customer",
} as const;

export const CARDS = {
  added: {
    label: "Credits added",
    tip: "Purchases, grants and positive adjustments. Credits that were given back after a dispute are not in it.",
  },
  debited: {
    label: "Balance debited",
    tip: "What requests took from balances. Expiry, refunds and negative adjustments are not in it.",
  },
  quotaOnly: {
    label: "Quota-only usage",
    tip: "Usage that did not deduct a balance: guests, and customers whose balance was empty. Requests that a balance paid in part are not in it.",
    note: (requests: bigint) => formatPlural(requests, "request"),
  },
  entries: { label: "Ledger entries", tip: "All records in the range, of every type." },
  credits: "credits",
  same: "as before",
  onBefore: (change: string) => `${change} vs before`,
} as const;

export const OTHER = {
  intro: "Also in this range, and in no card:",
  rows: [
    {
      key: "expired",
      label: "expired",
      tip: "Credits of lots that reached their end, when the expiry was booked",
    },
    { key: "refunded", label: "taken back", tip: "Credits taken back by refunds and disputes" },
    { key: "disputesReversed", label: "given back", tip: "Credits given back after disputes were won" },
    { key: "takenAway", label: "taken away", tip: "Negative adjustments" },
    { key: "overdraft", label: "overdraft", tip: "Usage that neither a balance nor a quota covered" },
  ] satisfies readonly { key: keyof ActivityOther; label: string; tip: string }[],
} as const;

export const CHART = {
  used: {
    name: "Used",
    title: "Credits used per day",
    tip: "What requests cost, by who paid. A request that a balance paid in part counts in both colours.",
    empty: "No credits were used in these days.",
    series: { balance: "From balances", quota: "From quotas", overdraft: "Overdraft" },
  },
  added: {
    name: "Added",
    title: "Credits added per day",
    tip: "Purchases, grants and positive adjustments.",
    empty: "No credits were added in these days.",
    series: { added: "Added" },
  },
  requests: {
    name: "Requests",
    title: "Requests per day",
    tip: "Recorded requests; failed ones brought an error in one of their messages.",
    empty: "No requests were recorded in these days.",
    series: { fine: "Answered", failed: "Failed" },
  },
  tokens: {
    name: "Tokens",
    title: "Tokens per day",
    tip: "Tokens of all kinds, over every module and store.",
    empty: "No tokens were used in these days.",
    series: { tokens: "Tokens" },
  },
} as const;

export const COLUMNS = {
  time: "Time",
  timeTip: "When it was recorded",
  actor: "Actor",
  actorTip: "Who caused it",
  customer: "Customer",
  type: "Type",
  where: "Module and model",
  credits: "Credits",
  creditsTip: "Change of the balance",
  fromQuota: "From quota",
  fromQuotaTip: "What quotas paid, in credits",
  after: "Balance after",
  afterTip: "Of the customer, with this entry; guests have none",
  units: "Units",
  unitsTip: "Usage: tokens of all kinds, images and videos",
} as const;

const TYPES: Record<EntryType, { readonly label: string; readonly tone: Tone; readonly means: string }> = {
  purchase: { label: "Purchase", tone: "credit", means: "Credits were bought." },
  grant: { label: "Grant", tone: "credit", means: "Credits were given." },
  usage: { label: "Usage", tone: "neutral", means: "A request was paid from the balance, whole or in part." },
  quota_usage: { label: "Quota usage", tone: "quota", means: "A request took nothing from a balance." },
  adjustment: { label: "Adjustment", tone: "neutral", means: "The balance was set or corrected by hand." },
  expiry: { label: "Expiry", tone: "neutral", means: "Credits reached the end of their lot." },
  refund: { label: "Refund", tone: "neutral", means: "A refund took back what its order had granted." },
  dispute: { label: "Dispute", tone: "refused", means: "A dispute took back what its order had granted." },
  dispute_reversal: { label: "Dispute won", tone: "credit", means: "A dispute was won: credits came back." },
  transfer_in: { label: "Transfer in", tone: "credit", means: "Credits came from another customer." },
  transfer_out: { label: "Transfer out", tone: "neutral", means: "Credits went to another customer." },
  quota_reset: {
    label: "Quota reset",
    tone: "quota",
    means: "Recorded usage went back to zero; no balance moved.",
  },
  correction: { label: "Correction", tone: "neutral", means: "An earlier entry was put right by this one." },
};

type TypeWords = (typeof TYPES)[EntryType];

/** What an entry's type is called, its hue, and what it means. */
export function wordsOf(type: string): TypeWords {
  const unknown: TypeWords = { label: type, tone: "neutral", means: "" };
  return Object.entries(TYPES).find(([key]) => key === type)?.[1] ?? unknown;
}

/** Kinds of actors, as filters offer them. */
export const ACTORS: Readonly<Record<string, string>> = {
  member: "Member",
  api_key: "API key",
  customer: "Customer",
  guest: "Guest",
  webhook: "Webhook",
  system: "System",
};

/** What kind of actor it was. */
export function actorKind(kind: string): string {
  return ACTORS[kind] ?? kind;
}

export const ENTRY = {
  type: "Type",
  change: "Change",
  after: "Balance after",
  cost: "Cost",
  fromQuota: "From quota",
  overdraft: "Overdraft",
  units: "Units",
  actor: "Actor",
  customer: "Customer",
  module: "Module",
  operation: "Operation",
  model: "Model",
  rule: "Rule",
  version: (version: number) => `Version ${version}`,
  note: "Note",
  occurred: "Occurred",
  recorded: "Recorded",
  id: "Entry",
  references: "References",
  openLog: "Open the log",
  openCustomer: "Open the customer",
  costIt: (cost: bigint, payers: readonly string[]) =>
    cost === 0n
      ? "It cost nothing."
      : `It cost ${formatCredits(cost)} ${cost === 1_000_000n ? "credit" : "credits"}, paid by ${payers.join(" and ") || "nobody"}.`,
  payers: { balance: "the balance", quota: "the quota", nobody: "nobody" },
} as const;
