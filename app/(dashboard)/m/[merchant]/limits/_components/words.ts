/** Every text of the screens of limits: one place, ready to be translated. */
import type { ButtonType, LimitKind, QuotaDraft } from "./quota-draft";

type Audience = QuotaDraft["audience"];
type Period = QuotaDraft["period"];

export const PAGE = {
  title: "Limits",
  about: "How much guests and customers may use for free, and how often that starts anew.",
  create: "New limit",
  explain: "Check a customer",
  table: "Limits",
  count: ["limit", "limits"],
  failed: "The limits could not be read",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
  emptyTitle: "Nothing is limited yet",
  empty:
    "Without a limit, guests and customers use as much as they like. Start with guests: so much a day, for nothing.",
  noneTitle: "No limit matches",
  none: "A limit that counts everywhere also counts in each module; it is in the list without filters.",
  goneTitle: "There is no such limit",
  gone: "It may have been deleted.",
  readOnly: "You may look at limits. An owner or admin changes them.",
} as const;

export const COLUMNS = {
  who: "Who",
  where: "Where",
  limit: "Credits",
  period: "Starts anew",
  used: "Used now",
  people: "By",
  near: "Near limit",
  state: "State",
  edited: "Edited",
  tips: {
    limit: "What each of them may use in one period",
    used: "In the running period, by all of them together",
    people: "How many drew on it in the running period",
    near: "At four fifths of the limit or beyond",
    period: "When what was used goes back to zero",
  },
} as const;

export const STATES = {
  off: "Off",
  observe: "Observing",
  enforce: "On",
  offTip: "Switched off: it counts nothing and refuses nobody",
  observeTip: "It counts, and refuses nobody yet",
  planTip: "No customer has a plan yet, so this binds nobody",
} as const;

export const AMOUNTS = { unlimited: "Unlimited", closed: "Disabled" } as const;

export const AUDIENCES: Record<Audience, string> = {
  guest: "Guests",
  customer: "All customers",
  role: "A role",
  plan: "A plan",
};

export const LIMIT_KINDS: Record<LimitKind, string> = {
  amount: "Credits",
  none: AMOUNTS.unlimited,
  closed: AMOUNTS.closed,
};

export const PERIODS: Record<Period, string> = {
  never: "Never",
  hourly: "Every hour",
  daily: "Every day",
  weekly: "Every week",
  monthly: "Every month",
  yearly: "Every year",
  plan_period: "With the plan",
};

export const BUTTONS: Record<ButtonType, string> = {
  none: "No button",
  usage: "Usage page",
  credits: "Credits on the usage page",
  purchases: "Purchase history",
  buy_credits: "Buy credits",
  custom_url: "Another address",
};

export const BUTTON_LABELS: Record<Exclude<ButtonType, "none">, string> = {
  usage: "See your usage",
  credits: "See your credits",
  purchases: "Your purchases",
  buy_credits: "Buy credits",
  custom_url: "Learn more",
};

export const FORM = {
  titleNew: "New limit",
  title: "Limit",
  who: "Who it is for",
  role: "Role",
  roleHelp: "As your site names it. Of a customer’s roles, the one with the highest limit counts.",
  plan: "Plan",
  planHelp: "No customer has a plan yet: until then, this limit binds nobody.",
  where: "Where it counts",
  module: "Module",
  bot: "Bot",
  store: "Store",
  any: "Everywhere",
  anyBot: "Every bot",
  anyStore: "Every store",
  moduleSettings: (module: string) => `${module}: its settings`,
  modulePrices: "Its prices",
  amount: "How much",
  credits: "Credits in each period",
  creditsFor: "For each of them",
  noneHelp:
    "Counted and shown, never refused. For a role it frees from limits of other roles in the same place.",
  closedHelp: "Nothing may be used for free. Customers still spend the credits they have bought.",
  closedGuestHelp: "Guests may not use it at all.",
  network: "Credits for a guest’s whole network",
  networkHelp:
    "So that a fresh browser is not a fresh start. Higher than the limit; empty counts no networks.",
  when: "When it starts anew",
  period: "Starts anew",
  anchorDay: "On day",
  anchorMonth: "Of month",
  zone: "In the time zone",
  zoneOfMerchant: (zone: string) => `Yours (${zone})`,
  resets: "Next resets",
  noResets: "What was used stays counted for ever, until somebody resets it.",
  planResets: "Counted by the month until customers have plans.",
  change: "Clocks change",
  reached: "When it is used up",
  message: "Message",
  messageHelp: "Empty says what Settings say.",
  primary: "First button",
  secondary: "Second button",
  label: "Text of the button",
  url: "Address",
  noAddress: "Set this address in Settings, or the button leads nowhere.",
  preview: "What a visitor sees",
  mode: "What it does",
  enforce: "Refuse what is beyond it",
  observe: "Only observe: count, and refuse nobody",
  enabled: "Switched on",
  save: "Save limit",
  create: "Create limit",
  cancel: "Cancel",
  remove: "Delete limit",
  saved: "The limit was saved",
  created: "The limit was created",
  removed: "The limit was deleted",
  notSaved: "The limit was not saved",
  notRemoved: "The limit was not deleted",
  badAmount: "A number of credits, with up to six decimal places",
  removeAsk: "Delete this limit?",
  removeHelp: (people: string) =>
    `From the next request on it refuses nobody. ${people} used it in the running period; what they used stays in the ledger.`,
} as const;

export const USAGE = {
  title: "This period",
  used: "Used",
  held: "Held",
  people: { guest: ["guest", "guests"], customer: ["customer", "customers"] },
  near: "near the limit",
  at: "at the limit",
  top: "Who used most",
  nobody: "Nobody used it in this period yet.",
  capped: "So many used it that the figures are of the first 20,000.",
  since: "Since",
  resets: "Starts anew",
} as const;

export const TRIAL = {
  title: "What enforcing would have done",
  about: "It only observes. These people would have been refused some of their requests.",
  nobody: "Nobody went beyond the limit in the periods shown: enforcing it would have refused nobody.",
  nothing: "Nobody drew on it yet. Come back when it has counted for a while.",
  columns: {
    period: "Period",
    people: "Drew on it",
    refused: "Would be refused",
    excess: "Credits beyond",
    requests: "Requests beyond",
  },
  running: "running",
  requestsTip: "Credits beyond the limit, in requests of average cost over the last 30 days",
  over: "Beyond the limit now",
  suggest: "A limit that would have refused few",
  refuses: (percent: number) => `At most ${percent}% of them, in every period shown`,
  use: "Use this limit",
  enforce: "Enforce it now",
  enforceAs: (limit: string) => `Enforce at ${limit} credits`,
  enforceHelp: "From the next request on, whoever is beyond the limit is refused and sees the message below.",
  enforced: "The limit is enforced",
} as const;

/** The parts of the sentence that says what a limit does. */
export const SENTENCE = {
  who: {
    guest: "Each guest",
    customer: "Each customer",
    role: (role: string) => `Each customer with the role “${role}”`,
    plan: (plan: string) => `Each customer on the plan “${plan}”`,
    unnamed: "…",
  },
  may: {
    amount: (credits: string, per: string) => `may use ${credits} ${per}`,
    none: "may use as much as they like",
    closedGuest: "may not use AI",
    closed: "may use only credits they have bought",
  },
  per: {
    never: "in all",
    hourly: "an hour",
    daily: "a day",
    weekly: "a week",
    monthly: "a month",
    yearly: "a year",
    plan_period: "in each period of the plan",
  } satisfies Record<Period, string>,
  where: {
    module: (name: string) => `in ${name}`,
    bot: (name: string) => `with the bot ${name}`,
    store: (name: string) => `in the store ${name}`,
  },
  starts: {
    never: "It never starts anew.",
    hourly: (zone: string) => `The hour starts with the full hour of the clocks of ${zone}.`,
    daily: (zone: string) => `The day starts at midnight in ${zone}.`,
    weekly: (day: string, zone: string) => `The week starts on ${day} at midnight in ${zone}.`,
    monthly: (day: string, zone: string) => `The month starts on ${day} at midnight in ${zone}.`,
    yearly: (day: string, zone: string) => `The year starts on ${day} at midnight in ${zone}.`,
  },
  day: (day: string) => `the ${day}`,
  shortMonths: (day: string) => `the ${day}, or the last day of a shorter month,`,
  weekdays: { monday: "Monday", sunday: "Sunday", saturday: "Saturday" },
  network: (credits: string) => `All guests of one network together may use ${credits}.`,
  observing: "For now it only counts, and refuses nobody.",
  off: "It is switched off.",
} as const;
