/** Every text of the overview: one place, ready to be translated. */
import { formatCount } from "@/lib/kernel/format";
import type { Need, SetupStep } from "@/lib/checks";

export const WORDS = {
  title: "Overview",
  troubleshooting: "Troubleshooting",
  failed: "The overview could not be read",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
  needs: "Needs you",
  nothingTitle: "Nothing needs you",
  nothing: "Usage arrives, what runs has a price, and every balance agrees with its ledger.",
  fix: "Look at it",
  levels: { critical: "Urgent", warning: "Soon", note: "For your information" } satisfies Record<
    Need["level"],
    string
  >,
} as const;

export const CARDS = {
  hour: {
    label: "Requests, last hour",
    tip: "Recorded in the last 60 minutes, beside what this hour of the day brought on average over the last seven days",
    usual: (count: bigint) => `usually ${formatCount(count)}`,
    noUsual: "no day to compare with yet",
    last: "Last one",
    never: "None yet",
  },
  failures: {
    label: "Failure rate today",
    tip: "Requests of today that brought an error, of all requests of today",
    note: (failed: bigint, all: bigint) => `${formatCount(failed)} of ${formatCount(all)} requests`,
  },
  credits: {
    label: "Credits in 7 days",
    tip: "What requests cost, whoever paid: balance, quota or nobody. Today is in it",
    today: "today",
  },
  tokens: {
    label: "Tokens in 7 days",
    tip: "Tokens of all kinds, as they were reported",
    today: "today",
  },
  list: {
    label: "At list prices",
    tip: (asOf: string) =>
      `What the providers’ public list prices (of ${asOf}) make of the tokens of the last 7 days. Your own bill may differ.`,
    unknown: (count: bigint) => `without ${formatCount(count)} requests of models not on the list`,
    all: "every model is on the list",
    none: "No model is on the list",
  },
  onBefore: (short: string) => `${short} vs week before`,
} as const;

export const CHART = {
  title: "Credits used per day",
  tip: "What requests cost each day, by who paid",
  empty: "Nothing ran in these days.",
  series: { balance: "From balances", quota: "From limits", overdraft: "Paid by nobody" },
} as const;

export const RUNNING_OUT = {
  title: "Balances about to end",
  about: "At the pace of their last 7 days, these last less than three days more.",
  none: "No balance ends within three days at the pace of the last seven.",
  all: "All balances",
  left: (hours: bigint) =>
    hours < 48n ? `${formatCount(hours)} h left` : `${formatCount(hours / 24n)} days left`,
  label: "Customers whose balance is about to end",
} as const;

type NeedWords = (count: string, names: string) => { readonly title: string; readonly help: string };

const some = (count: string, one: string, many: string) => (count === "1" ? `1 ${one}` : `${count} ${many}`);

/** What each thing that needs somebody is called, and what to do. */
export const NEEDS: Record<Need["code"], NeedWords> = {
  silent: (count) => ({
    title: "No request in the last hour",
    help: `This hour usually brings ${count}. See whether usage still arrives.`,
  }),
  proof_broken: (count, names) => ({
    title: `The last proof found ${some(count, "break", "breaks")}`,
    help: names === "" ? "A balance and its ledger disagree." : `Balance and ledger disagree: ${names}.`,
  }),
  connection_failing: (count, names) => ({
    title: `${some(count, "shop is", "shops are")} not well connected`,
    help: `${names}: deliveries fail, or the shop does not answer.`,
  }),
  failures: (count) => ({
    title: `${some(count, "request", "requests")} failed today`,
    help: "That is one in twenty or more. See what the errors say.",
  }),
  unpriced_models: (count, names) => ({
    title: `${some(count, "kind of request runs", "kinds of requests run")} without a price`,
    help: `${names}: your policy for unpriced usage decides what they cost.`,
  }),
  overdraft: (count) => ({
    title: `Usage that nobody paid on ${some(count, "day", "days")} of the last seven`,
    help: "It was recorded after the fact, and neither balance nor limit covered it. Authorize before you ask a model.",
  }),
  wallets_in_debt: (count, names) => ({
    title: `${some(count, "balance is", "balances are")} below zero`,
    help: `${names}: a refund or dispute took back what was spent already.`,
  }),
  wallets_frozen: (count, names) => ({
    title: `${some(count, "balance is", "balances are")} frozen`,
    help: `${names}: they pay nothing until somebody sets them free.`,
  }),
  purchases_waiting: (count, names) => ({
    title: `${some(count, "purchase waits", "purchases wait")} for a customer`,
    help: `${names}: nobody is known to have bought it. Assign it to a customer.`,
  }),
  quotas_at_limit: (count) => ({
    title: `${some(count, "person is", "people are")} near a limit or at it`,
    help: "From four fifths of a limit on. Raise it, or offer them credits.",
  }),
  holds_stuck: (count, names) => ({
    title: `${some(count, "hold is", "holds are")} open for over an hour`,
    help: `Credits are set aside for requests that brought no usage${names === "" ? "" : `: ${names}`}. Release them.`,
  }),
  tasks_failed: (count, names) => ({
    title: `${some(count, "task", "tasks")} failed this week`,
    help: `${names}: see why under Exports, imports, deletions.`,
  }),
};

type StepWords = {
  readonly title: string;
  readonly help: string;
  readonly path: string;
  readonly action: string;
};

export const SETUP = {
  title: "Set up",
  done: (count: number, all: number) => `${count} of ${all} done`,
  ticked: "Done",
  open: "To do",
  code: "Send the first request",
  steps: {
    key: {
      title: "Make an API key",
      help: "Your site sends it with every request.",
      path: "/settings/api-keys",
      action: "API keys",
    },
    request: {
      title: "Send the first request",
      help: "Copy this into a terminal, with your key. This page notices when it arrives.",
      path: "/usage/logs",
      action: "Logs",
    },
    price: {
      title: "Set a price",
      help: "A rule turns tokens, images and videos into credits.",
      path: "/usage/billing/pricing",
      action: "Pricing",
    },
    limit: {
      title: "Set a limit",
      help: "Say how much guests and customers may use for free.",
      path: "/limits",
      action: "Limits",
    },
    shop: {
      title: "Connect a shop",
      help: "Sell credits through WooCommerce or Stripe.",
      path: "/usage/billing/commerce",
      action: "Shops",
    },
  } satisfies Record<SetupStep["step"], StepWords>,
} as const;
