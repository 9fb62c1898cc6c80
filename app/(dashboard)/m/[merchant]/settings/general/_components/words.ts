/** Settings → General: every text of the screen, and which settings it shows in which order. */
export const TITLE = "General";

type FieldName = string;

type Choice = { readonly value: string; readonly label: string; readonly does: string };

export type FieldWords = {
  readonly name: FieldName;
  readonly label: string;
  /** What it is for. */
  readonly help: string;
  readonly kind: "text" | "long" | "address" | "choice" | "zone" | "currency" | "number";
  readonly options?: readonly Choice[];
  /** What a change of it will do, and what it leaves alone. */
  readonly change?: string;
  /** May be left empty. */
  readonly optional?: boolean;
  readonly placeholder?: string;
};

type Group = { readonly title: string; readonly line: string; readonly fields: readonly FieldWords[] };

export const GROUPS: readonly Group[] = [
  {
    title: "Name and address",
    line: "How this merchant is called, here and in links.",
    fields: [
      {
        name: "name",
        label: "Name",
        kind: "text",
        help: "Shown in the dashboard, in mails and to customers.",
      },
      {
        name: "slug",
        label: "Slug",
        kind: "text",
        help: "The word in addresses: small letters, digits and hyphens.",
        change:
          "Bookmarks and shared links with the old word stop working at once: the dashboard under /m/…, the customer page under /usage/… and snippets that embed it. API keys, webhooks and everything recorded stay as they are.",
      },
    ],
  },
  {
    title: "Time",
    line: "Days, weeks and quota periods follow the clock of one place.",
    fields: [
      {
        name: "timeZone",
        label: "Time zone",
        kind: "zone",
        help: "Times on every screen are written in it, and quotas without a zone of their own begin at its midnight.",
        change:
          "Quota periods without a zone of their own are cut anew from now on: some customers' period may end earlier or later this once. Days that are over keep the figures they were counted under.",
      },
      {
        name: "weekStart",
        label: "Week begins on",
        kind: "choice",
        help: "Weekly quotas begin on this day.",
        options: [
          { value: "monday", label: "Monday", does: "Weekly quotas run from Monday to Sunday." },
          { value: "sunday", label: "Sunday", does: "Weekly quotas run from Sunday to Saturday." },
          { value: "saturday", label: "Saturday", does: "Weekly quotas run from Saturday to Friday." },
        ],
        change: "The running week of weekly quotas is cut anew from now on. What was used stays recorded.",
      },
    ],
  },
  {
    title: "Credits",
    line: "How usage becomes credits, and what pays first.",
    fields: [
      {
        name: "currency",
        label: "Currency",
        kind: "currency",
        help: "Money beside credits is written in it. It converts nothing.",
        change: "Figures in money are labelled with the new currency; no amount is converted.",
      },
      {
        name: "creditValue",
        label: "Worth of a credit",
        kind: "number",
        optional: true,
        placeholder: "0.01",
        help: "Money per credit in the currency above. With it, Pricing shows the margin over provider prices; it changes no charge.",
      },
      {
        name: "burnOrder",
        label: "What pays first",
        kind: "choice",
        help: "When a customer has both a balance and a quota.",
        options: [
          {
            value: "balance_first",
            label: "Balance first",
            does: "Bought credits pay; the quota takes over when they are spent.",
          },
          {
            value: "quota_first",
            label: "Quota first",
            does: "The periodic quota pays; bought credits are kept for what goes beyond it.",
          },
        ],
        change: "Counts for requests from now on. Open holds keep the parts they set aside.",
      },
      {
        name: "defaultRounding",
        label: "Rounding of new rules",
        kind: "choice",
        help: "What a new pricing rule starts with; each rule can say otherwise.",
        options: [
          { value: "up_to_whole", label: "Up to whole credits", does: "1.4 credits are charged as 2." },
          { value: "up_to_hundredth", label: "Up to hundredths", does: "1.401 credits are charged as 1.41." },
          { value: "exact", label: "Exact", does: "1.4 credits are charged as 1.4." },
          {
            value: "carry",
            label: "Carry fractions",
            does: "1 credit is charged and 0.4 kept, until fractions add up to a whole one.",
          },
        ],
        change: "Rules that stand keep the rounding they have.",
      },
      {
        name: "unpricedPolicy",
        label: "Usage without a rule",
        kind: "choice",
        help: "When no pricing rule matches. Such requests always show as unpriced.",
        options: [
          { value: "raw_units", label: "Charge raw units", does: "1 credit per token, image or video." },
          { value: "block", label: "Refuse", does: "Requests are refused until a rule matches." },
          { value: "free", label: "Let it pass free", does: "Recorded and not charged." },
        ],
        change:
          "Counts for requests from now on. With “Refuse”, features that use a model without a rule stop working.",
      },
      {
        name: "shortfallPolicy",
        label: "Refunds of spent credits",
        kind: "choice",
        help: "When an order is refunded or disputed and its credits are partly spent.",
        options: [
          {
            value: "debt",
            label: "Debt",
            does: "The balance goes below zero; the next purchase pays it first.",
          },
          { value: "absorb", label: "Absorb", does: "What is left is taken back; you bear the rest." },
          {
            value: "freeze",
            label: "Freeze",
            does: "What is left is taken back and the balance is frozen until a member looks at it.",
          },
        ],
        change: "Counts for refunds from now on. Debts that stand stay.",
      },
    ],
  },
  {
    title: "What customers are told",
    line: "When their credits and quota are spent, and where they can go.",
    fields: [
      {
        name: "quotaMessage",
        label: "Quota message",
        kind: "long",
        optional: true,
        help: "The sentence a refused request carries. A quota can have its own.",
        placeholder: "You have used your credits for now.",
      },
      {
        name: "dashboardUrl",
        label: "Address of the customer page",
        kind: "address",
        optional: true,
        help: "Where your customers see their usage, if it is embedded in your own site. Empty: Tollgate's own page.",
        placeholder: "https://shop.example.com/my-credits",
      },
      {
        name: "buyCreditsUrl",
        label: "Address of the shop",
        kind: "address",
        optional: true,
        help: "Where “Buy credits” leads. Empty: no such button.",
        placeholder: "https://shop.example.com/credits",
      },
    ],
  },
];

export const WORDS = {
  description: "What holds for the whole merchant. Changes count from the next request on.",
  save: "Save changes",
  discard: "Discard",
  saved: "Settings saved",
  notSaved: "Nothing was saved",
  take: "Take that",
  keep: "Keep mine",
  newer: "Changed elsewhere meanwhile to",
  nothing: "nothing",
  elsewhere: "Somebody changed one of these settings meanwhile. Both values are shown: take one, then save.",
};
