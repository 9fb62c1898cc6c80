/** Every text of the page of live checks: one place, ready to be translated. */
import type { Check, Question } from "@/lib/checks";

type State = Check["state"];
type Facts = Readonly<Record<string, string>>;

export const WORDS = {
  title: "Troubleshooting",
  about: "Live checks of what usually goes wrong, each with the reason and the place that fixes it.",
  customer: "Customer",
  customerHelp: "Your id of them, or a name",
  module: "Module",
  anyModule: "Any",
  check: "Run checks",
  more: "Enter a customer to also see why their page is empty, why they are refused after buying, and why a change of their balance is not in Activity.",
  unknown: (id: string) => `No customer has the id “${id}”`,
  unknownHelp:
    "A customer is known from their first request or purchase on. The checks below are those for everybody.",
  similar: "Did you mean",
  fine: "All fine",
  broken: (count: number) => (count === 1 ? "1 thing to fix" : `${count} things to fix`),
  look: "Look at it",
  states: { pass: "Passed", warn: "Perhaps", fail: "Failed", unknown: "Not known" } satisfies Record<
    State,
    string
  >,
  failed: "The checks could not be run",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
} as const;

export const QUESTIONS: Record<Question["question"], { readonly title: string }> = {
  usage_arrives: { title: "Does usage arrive?" },
  model_missing: { title: "Has everything a price?" },
  page_empty: { title: "Why does their page show no usage?" },
  refused_after_buying: { title: "Why are they refused after buying?" },
  change_missing: { title: "Why is a change of their balance not in Activity?" },
};

type CheckWords = {
  readonly title: string;
  readonly says: (state: State, facts: Facts) => string;
  readonly fix: string;
};

const yesNo = (yes: string, no: string) => (state: State) => (state === "pass" ? yes : no);

/** What each condition is called, what it found, and where its link leads. */
export const CHECKS: Readonly<Record<string, CheckWords>> = {
  key: {
    title: "There is a key that may send usage",
    says: yesNo("A key with the scope usage:write is there.", "No key has the scope usage:write."),
    fix: "Make a key",
  },
  key_used: {
    title: "The key is used",
    says: (state, { at }) =>
      state === "pass"
        ? `Last at ${at}.`
        : "It was never used: does your site send it, as “Authorization: Bearer …”?",
    fix: "API keys",
  },
  recorded: {
    title: "Requests are recorded",
    says: (state, { at }) =>
      at === undefined
        ? "Nothing was recorded yet: does your site call POST /usage after each request?"
        : state === "pass"
          ? `The last one at ${at}.`
          : `The last one at ${at}: nothing in the last 24 hours.`,
    fix: "Logs",
  },
  recorded_of_them: {
    title: "Their requests are recorded as theirs",
    says: (_, { at }) =>
      at === undefined
        ? "Nothing was recorded of this customer. Who is not signed in on your site counts as a guest."
        : `The last one at ${at}.`,
    fix: "Their logs",
  },
  rules: {
    title: "There are pricing rules",
    says: yesNo("At least one is switched on.", "None is switched on: add one for what you use."),
    fix: "Pricing",
  },
  models_priced: {
    title: "What ran has a rule",
    says: (state, { models, count }) =>
      state === "pass"
        ? "Every model of the last 90 days matches a rule."
        : `${count} without one: ${models}. Name provider and model as your site sends them, then add a rule.`,
    fix: "Price them",
  },
  last_priced: {
    title: "Their last request has a rule",
    says: (state, { model, module }) =>
      state === "pass" ? `${model} in ${module} matches one.` : `No rule matches ${model} in ${module}.`,
    fix: "Price it",
  },
  page_placed: {
    title: "The customer page is on your site",
    says: (state, { names }) =>
      state === "pass"
        ? `At ${names}.`
        : names === undefined
          ? "Settings name no address of it, so nobody is led there."
          : `${names} may not show it: add it to the allowed sites.`,
    fix: "Customer page",
  },
  page_known: {
    title: "The customer is known",
    says: (_, { names }) => names ?? "",
    fix: "Balances",
  },
  page_signed_in: {
    title: "They are signed in there",
    says: (state, { names }) =>
      names === undefined
        ? "They have not opened it yet."
        : state === "pass"
          ? `Since ${names}.`
          : `Their last visit began at ${names} and is over.`,
    fix: "How they sign in",
  },
  page_access: {
    title: "Their roles have access",
    says: (state, { names }) =>
      state === "pass" ? "No limit of theirs is set to disabled." : `Disabled for them: ${names}.`,
    fix: "Their limits",
  },
  page_usage: {
    title: "They used something in 30 days",
    says: (state, { names }) => (state === "pass" ? `In ${names}.` : "Nothing was recorded of them."),
    fix: "Their logs",
  },
  page_shown: {
    title: "What they used is shown",
    says: (state, { names }) =>
      state === "pass"
        ? "No module they used is hidden."
        : state === "unknown"
          ? "They used nothing yet."
          : `Hidden on the page: ${names}.`,
    fix: "What the page shows",
  },
  bought: {
    title: "Their order is booked",
    says: (state, { at, amount, order, state: word, shop }) =>
      state === "pass"
        ? `${amount} credits at ${at}.`
        : order === undefined
          ? "No order of theirs is known here. Is the shop connected, and the order linked to this customer?"
          : `Order ${order} is ${shop} in the shop, and ${word} here.`,
    fix: "Their purchases",
  },
  spendable: {
    title: "Their balance can be spent",
    says: (state, { total, available, debt, frozen }) =>
      state === "pass"
        ? `${available} of ${total} credits.`
        : frozen !== undefined
          ? `${total} credits, and the balance is frozen.`
          : debt !== undefined
            ? `${total} credits: ${debt} are owed from a refund or dispute.`
            : `${available} of ${total} credits: the rest is held for requests under way, or there is none.`,
    fix: "Their balance",
  },
  comes_as_theirs: {
    title: "Their requests come as theirs",
    says: (state, { at }) =>
      at === undefined
        ? "None came as theirs. Who is not signed in on your site is a guest and has no balance."
        : state === "pass"
          ? `The last one at ${at}.`
          : `The last one at ${at}, before they bought: are they signed in on your site now?`,
    fix: "Their logs",
  },
  covered: {
    title: "A request like their last one is covered",
    says: (state, { cost, most }) =>
      state === "pass"
        ? `It costs ${cost} credits${most === undefined ? "" : `, and up to ${most} would pass`}.`
        : `It costs ${cost} credits, and balance and limits together cover ${most ?? "less"}.`,
    fix: "Their limits",
  },
  booked: {
    title: "A change was booked",
    says: (_, { type, at, amount }) =>
      at === undefined
        ? "No purchase, grant or adjustment of theirs is in the ledger: the change was not made here."
        : `The last one: ${(type ?? "").replaceAll("_", " ")} of ${amount} credits at ${at}.`,
    fix: "Their balance",
  },
  in_range: {
    title: "Activity’s usual range includes it",
    says: (state, { at }) =>
      state === "pass" ? `${at} is within 30 days.` : `${at} is over 30 days ago: choose a longer range.`,
    fix: "A longer range",
  },
  proven: {
    title: "Balance and ledger agree",
    says: (state, { at }) =>
      state === "unknown"
        ? "No proof was taken yet."
        : state === "pass"
          ? `Proven at ${at}.`
          : `Not at ${at}.`,
    fix: "Prove it",
  },
};
