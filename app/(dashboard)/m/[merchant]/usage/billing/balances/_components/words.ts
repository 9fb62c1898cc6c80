/** What the screen of balances calls things: one place for its texts, ready for translation. */
import { formatCredits, formatPlural } from "@/lib/kernel/format";

export const WORDS = {
  title: "Balances",
  description: "What each customer holds, what is set aside, and what they used of their quotas.",
  search: "Search customers",
  state: "Balance is",
  frozen: "Frozen",
  debt: "Negative",
  chart: "Tokens per day",
  chartTip: "Tokens of all kinds that the whole merchant used, over every customer, guest, module and store.",
  chartEmpty: "No tokens were used in these days.",
  range: "Range",
  table: "Balances",
  emptyTitle: "No customer has used or been given credits yet",
  emptyLine: "Customers appear here with their first request or grant. Search finds everyone else.",
  emptySearchTitle: "No customer matches",
  emptySearchLine: "Search looks at the beginnings of words in name, e-mail address and id.",
  emptyStateTitle: "No balance is in this state",
  emptyStateLine: "Take the filter away to see all.",
  drawer: "Customer",
  missingTitle: "There is no such customer",
  missingLine: "It may belong to another merchant, or the address was cut.",
  notSaved: "The balance was not changed",
  notReset: "Nothing was reset",
  notDone: "Nothing was changed",
  badAmount: "Write an amount such as 120 or 12.5, with a point, up to six places and no minus.",
  cannotEdit: "Your role reads balances. Owners, admins and support may change them.",
  none: "None",
} as const;

export const COLUMNS = {
  customer: "Customer",
  balance: "Balance",
  balanceTip: "In credits, in force now, with what is held. Click to change it; the difference is booked.",
  held: "Held",
  heldTip: "Set aside for requests in flight",
  usage: "Usage",
  usageTip: "Recorded usage of the running period, by scope; the fullest first",
  used: "Last used",
  reset: "Latest reset",
  resetTip: "When usage was last reset by hand",
  actions: "Actions",
} as const;

export const MARKS = {
  frozen: { label: "Frozen", tip: "No new request may take of this balance" },
  debt: { label: "Negative", tip: "A refund took more than there was; the next credits pay it first" },
  overdraft: {
    label: "Overdraft",
    tip: "Usage that neither balance nor quota covered, in the running period",
  },
} as const;

export const EDIT = {
  label: (name: string) => `Balance of ${name}`,
  open: (name: string, balance: string) => `Change the balance of ${name}, ${balance}`,
  reason: "Reason (optional)",
  keys: "Enter saves, Escape leaves it as it was",
  saved: (name: string, amount: bigint) =>
    amount === 0n
      ? `The balance of ${name} was that already`
      : `${formatCredits(amount, { sign: true })} booked for ${name}`,
  conflictTitle: "The balance changed meanwhile",
  conflictLine: "Usage or another member changed it since you looked. Nothing was booked yet.",
  seen: "You saw",
  now: "It is now",
  wanted: "You want",
  keep: (now: bigint) => `Keep ${formatCredits(now)}`,
  setAnyway: (to: bigint, now: bigint) =>
    `Set to ${formatCredits(to)} (${formatCredits(to - now, { sign: true })})`,
} as const;

export const ACTS = {
  details: "Details",
  history: "History",
  resetAll: "Reset all",
  resetOne: "Reset",
  menu: (name: string) => `Actions for ${name}`,
  resetTitle: (name: string) => `Reset all usage of ${name}?`,
  resetOneTitle: (scope: string) => `Reset usage in ${scope}?`,
  resetLine:
    "What was used in the running period goes back to zero. The balance and what open holds keep do not change, and the ledger keeps who did it.",
  resetConfirm: "Reset usage",
  resetDone: (scopes: number) => `Usage reset in ${formatPlural(scopes, "scope")}`,
  grant: "Grant credits",
  take: "Take away",
  freeze: "Freeze",
  unfreeze: "Unfreeze",
  freezeTitle: "Freeze this balance?",
  freezeLine:
    "New requests may no longer take of it, from the next one on. What it holds stays, what is in flight may finish, and quotas still count. Say why, for whoever asks.",
  unfreezeTitle: "Set this balance free?",
  unfreezeLine: "From the next request on it pays again.",
  frozenDone: "The balance is frozen",
  unfrozenDone: "The balance pays again",
  release: "Release",
  releaseTitle: "Release this hold?",
  releaseLine:
    "Do this when its request died. The credits return to their lots at once; usage that still arrives for it is charged as new.",
  released: "The hold was released",
} as const;

export const GRANT = {
  titleGrant: (name: string) => `Grant credits to ${name}`,
  titleTake: (name: string) => `Take credits from ${name}`,
  amount: "Amount, in credits",
  category: "Category",
  categoryTip: "Promotional credits burn before paid ones of the same priority and expiry.",
  promotional: "Promotional",
  paid: "Paid",
  expires: "Expires (optional)",
  expiresTip: "At the beginning of this day, in the merchant's zone. Without it they never expire.",
  priority: "Priority",
  priorityTip: "Lower numbers burn first; 50 is usual.",
  reason: "Reason (optional)",
  takeLine:
    "Only what is available can go, in the order it burns. What open holds keep is left alone; more than there is is refused.",
  granted: (amount: bigint) => `${formatCredits(amount, { sign: true })} credits granted`,
  taken: (amount: bigint) => `${formatCredits(amount)} credits taken away`,
  notGranted: "No credits were booked",
  submitGrant: "Grant credits",
  submitTake: "Take away",
  cancel: "Cancel",
} as const;

export const DETAIL = {
  balance: "Balance",
  total: "Total",
  held: "Held",
  available: "Available",
  debt: "Owed",
  lots: "Lots",
  lotsNone: "No lot holds credits.",
  lotsOrder: "In the order they burn",
  holds: "Open holds",
  holdsNone: "Nothing is set aside.",
  scopes: "Usage of this period",
  scopesNone: "No quota binds this customer: what the balance does not pay is not limited.",
  ledger: "Ledger",
  ledgerAll: "All entries in Activity",
  ledgerNone: "No entries yet.",
  ledgerMore: "Older entries",
  ledgerNewest: "Newest entries",
  purchases: "Purchases",
  purchasesNone: "Nothing was bought.",
  never: "Never expires",
  expires: "Expires",
  priority: "Priority",
  of: "of",
  unlimited: "Unlimited",
  disabled: "Disabled: the balance pays alone",
  observed: "Observing",
  resets: "Resets",
  openLogs: "Logs of this customer",
  frozenByRefund: "by a refund or dispute that took more than there was",
  age: "open for",
  why: "Why",
  note: "Note",
  actor: "Actor",
  references: "References",
  after: "Balance after",
  fromQuota: (amount: bigint) => `${formatCredits(amount)} from quota`,
} as const;

const TYPES: Readonly<Record<string, string>> = {
  purchase: "Purchase",
  grant: "Grant",
  usage: "Usage",
  quota_usage: "Quota usage",
  adjustment: "Adjustment",
  expiry: "Expiry",
  refund: "Refund",
  dispute: "Dispute",
  dispute_reversal: "Dispute won",
  transfer_in: "Transfer in",
  transfer_out: "Transfer out",
  quota_reset: "Quota reset",
  correction: "Correction",
};

/** What an entry of the ledger, or the source of a lot, is called. */
export function typeWord(type: string): string {
  return TYPES[type] ?? type;
}

export const PROOF = {
  title: "Proof",
  never: "The balances of this merchant were not proven yet.",
  prove: "Prove it",
  proveTip: "Adds up every wallet anew: ledger, lots and shown balance must agree.",
  running: "Proving…",
  background: "The proof goes on in the background and shows here when it is done.",
  ok: (wallets: number | bigint, entries: number | bigint) =>
    `Every balance adds up: ${formatPlural(wallets, "wallet")}, ${formatPlural(entries, "ledger entry", "ledger entries")}, none amiss.`,
  broken: (count: number) => `${formatPlural(count, "balance")} do not add up.`,
  brokenLine: "The proof names the first of them. No figure was changed.",
  first: "First break",
  entry: "at entry",
  at: "Proven",
  failed: "The proof could not be taken",
  oneOk: (entries: number | bigint) =>
    `This balance adds up over ${formatPlural(entries, "entry", "entries")}.`,
  unshown: "Not shown and rightly so",
} as const;

export const BULK = {
  open: "Bulk grant…",
  title: "Grant credits to many",
  by: "By",
  list: "List (CSV)",
  filter: "Search or role",
  file: "File",
  fileTip: "The first line names customer, amount and, as wanted, category, expires, priority, reason.",
  paste: "Or paste the lines",
  example: "customer,amount,reason\n42,100,Welcome\n43,50,Welcome",
  search: "Search (optional)",
  searchTip: "Beginnings of words in name, e-mail address or id",
  role: "Role (optional)",
  roleTip: "Everyone who has it now",
  usual: "What a row leaves out",
  preview: "Preview",
  again: "Change",
  nothing: "There is nothing to grant.",
  needFilter: "Give a search or a role.",
  summary: (grants: number, customers: number) =>
    `${formatPlural(grants, "grant")} to ${formatPlural(customers, "customer")}`,
  total: "Credits in all",
  newOnes: "Not known yet, will be made",
  problems: (count: number) => `${formatPlural(count, "row")} will be left out`,
  row: "Row",
  column: "Column",
  wrong: "What is wrong",
  known: "This list was granted before. Starting it again grants nothing, unless you say that it shall.",
  anyway: "Grant it once more",
  type: "Type",
  toConfirm: "to confirm",
  submit: (grants: number) => `Book ${formatPlural(grants, "grant")}`,
  failed: "Nothing was granted",
  waiting: "Waiting for its turn",
  progress: (done: number, total: number) =>
    `${formatPlural(done, "grant")} of ${formatCredits(BigInt(total) * 1_000_000n)} booked`,
  done: (granted: number) => `${formatPlural(granted, "grant")} booked`,
  left: (count: number) => `${formatPlural(count, "row")} left out`,
  ended: "It ended before its end. What was booked stays booked.",
  leave: "It goes on when you close this.",
  stop: "Stop",
  close: "Close",
} as const;
