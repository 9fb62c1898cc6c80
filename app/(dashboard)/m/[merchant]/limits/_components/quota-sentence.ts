import { formatCredits } from "@/lib/kernel/format";
import { amountIn, type QuotaDraft } from "./quota-draft";
import { SENTENCE } from "./words";

type Named = readonly { readonly id: string; readonly name: string }[];

/** What the sentence needs to know of the merchant. */
export type SentenceNames = {
  readonly modules: Named;
  readonly bots: Named;
  readonly stores: Named;
  readonly timeZone: string;
  readonly weekStart: "monday" | "sunday" | "saturday";
};

/** Says in plain words what a limit does: "Each guest may use 100 credits a day in Chatbot. The day starts …". */
export function quotaSentence(draft: QuotaDraft, names: SentenceNames): string {
  const rule = [whoOf(draft), mayOf(draft), ...placeOf(draft, names)].join(" ");
  const network = draft.audience === "guest" && draft.networkLimit.trim() !== "";
  return [
    `${rule}.`,
    ...(draft.limitKind === "closed" ? [] : [startOf(draft, names)]),
    ...(network ? [SENTENCE.network(credits(draft.networkLimit))] : []),
    ...(draft.mode === "observe" ? [SENTENCE.observing] : []),
    ...(draft.enabled ? [] : [SENTENCE.off]),
  ].join(" ");
}

function whoOf({ audience, role }: QuotaDraft): string {
  if (audience === "guest" || audience === "customer") return SENTENCE.who[audience];
  return SENTENCE.who[audience](role.trim() || SENTENCE.who.unnamed);
}

function mayOf({ audience, limitKind, limit, period }: QuotaDraft): string {
  if (limitKind === "none") return SENTENCE.may.none;
  if (limitKind === "closed") return audience === "guest" ? SENTENCE.may.closedGuest : SENTENCE.may.closed;
  return SENTENCE.may.amount(credits(limit), SENTENCE.per[period]);
}

function credits(text: string): string {
  const amount = amountIn(text);
  if (amount === null) return "… credits";
  return amount === 1_000_000n ? "1 credit" : `${formatCredits(amount)} credits`;
}

/** Where a limit counts, as it stands in a list: "Chatbot, bot Support"; "" is everywhere. */
export function placeWords(
  { module, bot, store }: Pick<QuotaDraft, "module" | "bot" | "store">,
  names: Pick<SentenceNames, "modules" | "bots" | "stores">,
): string[] {
  return [
    ...(module === null ? [] : [nameOf(names.modules, module)]),
    ...(bot === null ? [] : [nameOf(names.bots, bot)]),
    ...(store === null ? [] : [nameOf(names.stores, store)]),
  ];
}

function placeOf({ module, bot, store }: QuotaDraft, names: SentenceNames): string[] {
  return [
    ...(bot === null ? [] : [SENTENCE.where.bot(nameOf(names.bots, bot))]),
    ...(module === null ? [] : [SENTENCE.where.module(nameOf(names.modules, module))]),
    ...(store === null ? [] : [SENTENCE.where.store(nameOf(names.stores, store))]),
  ];
}

/** What people call it; its id where nobody named it. */
function nameOf(named: Named, id: string): string {
  return named.find((each) => each.id === id)?.name ?? id;
}

function startOf(draft: QuotaDraft, { timeZone, weekStart }: SentenceNames): string {
  const zone = draft.timeZone ?? timeZone;
  const { starts } = SENTENCE;
  switch (draft.period) {
    case "never":
      return starts.never;
    case "hourly":
      return starts.hourly(zone);
    case "daily":
      return starts.daily(zone);
    case "weekly":
      return starts.weekly(SENTENCE.weekdays[weekStart], zone);
    case "monthly":
    case "plan_period":
      return starts.monthly(dayOfMonth(draft.anchorDay), zone);
    case "yearly":
      return starts.yearly(dayOfYear(draft), zone);
  }
}

const ORDINALS = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: "st",
  two: "nd",
  few: "rd",
  other: "th",
};

function dayOfMonth(day: number): string {
  const ordinal = `${day}${ENDINGS[ORDINALS.select(day)] ?? "th"}`;
  return day > 28 ? SENTENCE.shortMonths(ordinal) : SENTENCE.day(ordinal);
}

/** The month's name, 1 is January. */
export function monthName(month: number): string {
  const format = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2001, month - 1, 1)));
}

function dayOfYear({ anchorDay, anchorMonth }: QuotaDraft): string {
  return `${anchorDay} ${monthName(anchorMonth)}`;
}
