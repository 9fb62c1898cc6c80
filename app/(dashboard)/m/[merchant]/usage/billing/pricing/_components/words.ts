/** Every text of the pricing screen: one place, ready for translation. */
import { formatCount, formatPlural } from "@/lib/kernel/format";
import type { PricingMethod, Rates, Rounding } from "@/lib/pricing/core";
import type { ReplayRange, Verdict } from "@/lib/pricing/schemas";
import { ROUNDED_WORDS } from "../../../_components/price-words";

export const METHOD_WORDS: Record<PricingMethod, string> = {
  per_1k_tokens: "Per 1K tokens",
  per_image: "Per image",
  per_video: "Per video",
  per_minute: "Per minute",
  flat: "Flat",
};

export const METHOD_TIPS: Record<PricingMethod, string> = {
  per_1k_tokens: "Longer requests cost more: so many credits for a thousand tokens, in and out.",
  per_image: "So many credits for each image that was made or edited.",
  per_video: "So many credits for each video.",
  per_minute: "So many credits a minute, by the exact fraction: for realtime voice.",
  flat: "Every matching request costs the same, however long it is.",
};

export const UNIT_WORDS: Record<Exclude<PricingMethod, "per_1k_tokens">, string> = {
  per_image: "per image",
  per_video: "per video",
  per_minute: "per minute",
  flat: "per request",
};

export const ROUNDING_WORDS: Record<Rounding, { label: string; tip: string }> = {
  up_to_whole: { label: "Up to a whole credit", tip: "1.4 costs 2, and 3.0 costs 3." },
  up_to_hundredth: { label: "Up to a hundredth", tip: "1.412 costs 1.42." },
  exact: { label: "Exact", tip: "1.412 costs 1.412, to the millionth of a credit." },
  carry: {
    label: "Carry the fraction",
    tip: "Fractions add up for each payer, and are charged as whole credits.",
  },
};

export const RATE_WORDS: Record<keyof Rates, string> = {
  inputRate: "Input",
  outputRate: "Output",
  cachedInputRate: "Cached input",
  cacheWriteRate: "Cache write",
  reasoningRate: "Reasoning",
  unitRate: "Rate",
};

export const RATE_STAND_INS: Partial<Record<keyof Rates, string>> = {
  cachedInputRate: "as input",
  cacheWriteRate: "as input",
  reasoningRate: "as output",
};

const OPERATION_WORDS = new Map([
  ["chat", "Chat"],
  ["form_submit", "Form submit"],
  ["generate", "Generate"],
  ["edit", "Edit"],
  ["video", "Video"],
]);

/** What an operation is called; a merchant's own by its id. */
export function operationWords(operation: string): string {
  return OPERATION_WORDS.get(operation) ?? operation;
}

/** How a price asked for beforehand is rounded. */
export const QUOTED_WORDS: Record<Rounding, string> = {
  ...ROUNDED_WORDS,
  carry: "Set aside: the next whole credit; the fraction is carried when it is charged",
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  matched: "Prices this request",
  less_specific: "Fits too, but is less specific",
  disabled: "Would fit, but is switched off",
  other_bot: "For another bot",
  other_form: "For another form",
  other_module: "For another module",
  other_provider: "For another provider",
  other_model: "For another model",
  other_operation: "For another operation",
};

export const RANGE_WORDS: Record<ReplayRange, string> = {
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
};

export const WORDS = {
  title: "Pricing",
  description: "What each request costs in credits. The most specific rule that is on prices it.",
  notice: "Credits are your own unit. They do not replace what the provider bills you for its API.",
  failure: {
    title: "The pricing rules could not be read",
    text: "Nothing was changed, and requests go on being priced. If it happens again, look into the server’s log.",
  },
  actions: {
    create: "New pricing",
    test: "Test a price",
    more: "Import or export",
    import: "Import rules…",
    export: "Export rules",
    edit: "Edit",
    duplicate: "Duplicate",
    delete: "Delete…",
    of: (rule: string) => `Actions for ${rule}`,
  },
  table: {
    label: "Pricing rules",
    count: (count: number) => formatPlural(count, "rule"),
    usage: "Usage type",
    actions: "Actions",
    model: "Model",
    rate: "Credits",
    rateTip: "Credits before rounding; of tokens, per 1,000",
    rounding: "Rounding",
    list: "List price",
    margin: "Margin",
    on: "On",
    edited: "Edited",
    editedBy: "Edited by",
    search: "Search rules",
    switch: (rule: string) => `${rule} is on`,
    saved: (on: boolean) => (on ? "Rule switched on" : "Rule switched off"),
    switchFailed: "The rule was not switched",
    listTip: "What the provider asks for 1,000 tokens, in and out, in US dollars",
    marginTip:
      "What the credits of a typical request are worth, less what the provider asks, as a share of the first",
    tiered: "Long requests cost more at the provider",
  },
  anyModule: "Any module",
  anyModel: "Any model",
  anyProvider: "any provider",
  bot: (name: string) => `Bot ${name}`,
  form: (name: string) => `Form ${name}`,
  marginTip: (about: { usage: string; credits: string; revenue: string; cost: string }) =>
    `${about.usage}: ${about.credits} credits are worth ${about.revenue}, the provider asks about ${about.cost}`,
  tokens: (input: number, output: number) => `${formatCount(input)} tokens in, ${formatCount(output)} out`,
  marginHelp: {
    value: "Say what a credit is worth, and the margin shows beside the list price.",
    set: "Set the value of a credit",
    change: "Change the value of a credit",
    worth: (amount: string) => `A credit is worth ${amount}.`,
    rate: (amount: string) => `A US dollar counts as ${amount}.`,
    title: "What a credit is worth",
    text: "Only margins are worked out with it: charges and balances stay as they are.",
    field: (currency: string) => `One credit in ${currency}`,
    rateField: (currency: string) => `One US dollar in ${currency}`,
    rateTip: "Providers list their prices in US dollars",
    save: "Save",
    cancel: "Cancel",
    done: "Saved",
    failed: "It was not saved",
    source: (day: string) =>
      `List prices per 1,000 tokens in US dollars, as of ${day}, from the genai-prices library: a guide, not an offer.`,
  },
  filters: {
    module: "Module",
    operation: "Operation",
    provider: "Provider",
    on: "On or off",
    yes: "On",
    no: "Off",
  },
  unpriced: {
    title: "Ran without a rule",
    text: (policy: string) => `In the last 90 days, and still without one. ${policy}`,
    policies: {
      raw_units: "Each token, image and video cost one credit.",
      free: "They were recorded at no cost.",
      block: "Such requests are refused; what ran anyway cost nothing.",
    },
    table: "Models without a rule",
    price: "Price it",
    requests: (count: bigint) => formatPlural(count, "request"),
    tokens: (count: bigint, media: boolean) => formatPlural(count, media ? "unit" : "token"),
    charged: (credits: string) => `${credits} credits charged`,
    all: (count: number) => `Show all ${formatCount(count)}`,
  },
  empty: {
    none: "No rule matches",
    noneText: "Take a filter away, or search for another name.",
    first: "No pricing rule yet",
    firstText:
      "A rule says what requests of one kind cost. Begin with a rule for every chat, at 1 credit per 1,000 input tokens and 2 per 1,000 output tokens: 800 in and 300 out are then 2 credits. Narrower rules for one model or bot win over it.",
    firstAction: "Price chats",
    readOnly: "An owner or admin adds the first one.",
    curl: "Or over HTTP",
  },
  remove: {
    title: "Delete this rule?",
    what: "will price nothing from now on: its requests fall to the next rule that fits, or to none.",
    stays: "What was charged stays, and so do its versions. Holds that are open settle at its price.",
    confirm: "Delete rule",
    done: "Rule deleted",
    failed: "The rule was not deleted",
  },
} as const;
