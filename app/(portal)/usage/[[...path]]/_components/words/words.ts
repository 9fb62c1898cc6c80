/** Every text of the customer's page, in one language. `n` is the amount as it is written; `one` says whether it is one. */
export type Words = {
  readonly lang: string;
  /** How figures and instants are written (BCP 47). */
  readonly locale: string;
  readonly title: string;
  readonly intro: string;
  readonly buy: string;
  /** Beside a button that leads to a site the merchant has not named. */
  leadsTo(site: string): string;
  credits(n: string, one: boolean): string;
  readonly skip: string;

  readonly balance: string;
  readonly available: string;
  inTotal(n: string): string;
  held(n: string): string;
  readonly neverExpire: string;
  expiresNext(n: string): string;
  /** After the same sentence, where other credits have no end. */
  readonly restNeverExpires: string;
  readonly noCredits: string;
  debt(n: string): string;
  readonly frozen: string;
  lots(count: string): string;
  readonly lotPaid: string;
  readonly lotGift: string;
  lotLeft(remaining: string, granted: string): string;
  readonly lotForEver: string;
  readonly lotUntil: string;
  readonly lotOrder: string;

  readonly allowances: string;
  /** Whether the balance or the allowance is used first, as the merchant set it. */
  allowancesHint(balanceFirst: boolean): string;
  readonly noAllowances: string;
  readonly everywhere: string;
  usedOf(used: string, limit: string): string;
  usedWithout(used: string): string;
  left(n: string): string;
  readonly prepaidOnly: string;
  quotaHeld(n: string): string;
  readonly resets: string;
  readonly neverResets: string;
  readonly usedUp: string;
  readonly reached: string;

  readonly use: string;
  useTotal(n: string, requests: string): string;
  readonly useNone: string;
  readonly usePart: string;
  chart(from: string, to: string, most: string): string;
  readonly asTable: string;
  readonly day: string;
  readonly requests: string;
  readonly creditsColumn: string;
  readonly byModule: string;
  requestCount(n: string, one: boolean): string;
  readonly noModule: string;

  readonly recent: string;
  readonly recentNone: string;
  readonly free: string;
  why: {
    priced(model: string | null): string;
    unpriced: string;
    units(n: string): string;
    balance(n: string): string;
    quota(n: string): string;
    uncovered(n: string): string;
    nothing: string;
  };

  readonly packages: string;
  readonly packagesHint: string;
  buyPackage(name: string): string;
  lastsDays(days: string): string;
  readonly priceAtStripe: string;
  readonly boughtJustNow: string;
  readonly toPayment: string;

  readonly purchases: string;
  readonly purchasesNone: string;
  readonly purchasesAll: string;
  readonly purchasesOlder: string;
  readonly purchaseTypes: Record<"purchase" | "refund" | "dispute" | "dispute_reversal", string>;
  order(number: string): string;
  readonly standings: Record<
    "open" | "dead" | "granted" | "partly_refunded" | "refunded" | "disputed",
    string
  >;
  readonly date: string;
  readonly what: string;
  readonly back: string;

  readonly statement: string;
  readonly statementHint: string;
  readonly month: string;
  readonly show: string;
  readonly csv: string;
  readonly print: string;
  statementOf(month: string): string;
  readonly statementNone: string;
  readonly balanceAfter: string;
  readonly change: string;
  readonly types: Record<string, string>;
  readonly statementMore: string;

  zone(name: string): string;
  signedInAs(name: string): string;
  readonly signOut: string;
  /** Before and after the instant of the proof. */
  readonly proven: readonly [before: string, after: string];
  viewing(member: string, customer: string): string;
  readonly viewingHint: string;

  readonly guestTitle: string;
  readonly guestLead: string;
  readonly guestNow: string;
  readonly guestNothing: string;
  readonly accountBrings: string;
  readonly bringsBalance: string;
  readonly bringsHistory: string;
  allowance(n: string, period: string, place: string): string;
  unlimited(place: string): string;
  closed(place: string): string;
  readonly periods: Record<string, string>;
  readonly signIn: string;
  readonly signInAtShop: string;
  readonly email: string;
  readonly sendLink: string;
  readonly mailHint: string;
  readonly checkMail: string;
  mailSent(email: string): string;
  readonly mailWrong: string;
  readonly confirmTitle: string;
  confirmLead(shop: string): string;
  readonly confirmButton: string;
  readonly signedOut: string;

  readonly faults: Record<
    "expired" | "used" | "unknown" | "forged" | "other_merchant",
    { readonly title: string; readonly text: string }
  >;
  readonly noPage: { readonly title: string; readonly text: string };
  readonly whichPage: { readonly title: string; readonly text: string };
  readonly broken: { readonly title: string; readonly text: string };
  readonly onward: string;

  readonly mail: {
    subject(shop: string): string;
    lead(shop: string): string;
    button(account: string | null): string;
    readonly note: string;
  };
};
