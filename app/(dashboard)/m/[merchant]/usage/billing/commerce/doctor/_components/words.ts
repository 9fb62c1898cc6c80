import type { DiagnosisCode } from "@/lib/commerce/schemas";

/** Every text of the screen of the grant doctor: one place, ready to be translated. */
export const PAGE = {
  title: "Grant doctor",
  about: "Why did credits of an order arrive, or not? Every condition, looked at as it is now.",
  failed: "The order could not be looked at",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
  label: "Order number, payment id or e-mail address",
  hint: "1041",
  ask: "Diagnose",
  introTitle: "Ask about an order",
  intro:
    "Enter an order number, a payment’s id or the buyer’s e-mail address, exactly. Nothing is changed by looking.",
  noneTitle: "Nothing could be looked at",
  none: "No shop is connected, so no order can arrive.",
  connect: "Connect a shop",
  unknown: (query: string) => `Nothing is known of “${query}” here`,
  order: (number: string) => `Order ${number}`,
  openPurchase: "Open the purchase",
  openCustomer: "Open the customer’s balance",
} as const;

export const VERDICTS = { pass: "Right", warn: "Look at it", fail: "Wrong", unknown: "Not known" } as const;

type Facts = Readonly<Record<string, string>>;
type Sentences = Readonly<Record<"pass" | "warn" | "fail" | "unknown", (facts: Facts) => string>>;

const said = (text: string) => () => text;
const NOT_YET = said("Cannot be told before the order has arrived.");
const with_ = (text: string, fact: string | undefined) => (fact ? `${text}: ${fact}` : text);
const status = (facts: Facts) => facts["status"] ?? "";
const money = (facts: Facts) =>
  `${facts["refunded"] ?? "0"} of ${facts["total"] ?? ""} ${facts["currency"] ?? ""}`;

/** Each condition by its name, and what each verdict means for it. Instants are told apart from the sentence. */
export const CHECKS: Readonly<Record<DiagnosisCode, { name: string; says: Sentences }>> = {
  connection_on: {
    name: "The connection is on",
    says: {
      pass: said("It is switched on."),
      warn: said("It is switched on."),
      fail: said("It is switched off: nothing is granted through it."),
      unknown: NOT_YET,
    },
  },
  shop_reachable: {
    name: "The shop answers",
    says: {
      pass: said("It answered when it was last asked."),
      warn: said("It answered late."),
      fail: (facts) => with_("It did not answer", facts["problem"]),
      unknown: said("There are no keys to ask it with: what it sends is taken as it is."),
    },
  },
  webhooks_active: {
    name: "Its webhooks are active",
    says: {
      pass: said("All that were seen are active."),
      warn: said("Some are missing."),
      fail: (facts) => with_("Switched off in the shop", facts["topics"]),
      unknown: said("None were seen, so it is not known."),
    },
  },
  requests_accepted: {
    name: "Requests are accepted",
    says: {
      pass: said("Nothing was refused since the last delivery."),
      warn: (facts) =>
        `${facts["refused"] ?? ""} refused altogether, the last one after the last delivery: ${facts["reason"] ?? ""}`,
      fail: said("Requests are refused."),
      unknown: NOT_YET,
    },
  },
  order_arrived: {
    name: "The order arrived",
    says: {
      pass: said("The shop told of it, with a good signature."),
      warn: said("Only a part arrived."),
      fail: said("No delivery about it ever came."),
      unknown: NOT_YET,
    },
  },
  order_processed: {
    name: "It was worked on",
    says: {
      pass: said("Its last delivery is done."),
      warn: said("It waits for its turn."),
      fail: (facts) =>
        with_(
          facts["state"] === "given_up" ? "It was given up" : "It failed and is tried again",
          facts["error"],
        ),
      unknown: NOT_YET,
    },
  },
  status_grants: {
    name: "Its status earns credits",
    says: {
      pass: (facts) => with_("The shop says", status(facts)),
      warn: (facts) => with_("The shop says", status(facts)),
      fail: (facts) =>
        `The shop says “${status(facts)}”, and credits are granted when it is “${facts["grantWhen"] ?? ""}”.`,
      unknown: NOT_YET,
    },
  },
  money_kept: {
    name: "The money was kept",
    says: {
      pass: said("Nothing was refunded or disputed."),
      warn: (facts) => with_("Refunded", money(facts)),
      fail: (facts) => with_("It is disputed", facts["dispute"]),
      unknown: NOT_YET,
    },
  },
  package_matches: {
    name: "It sells a package",
    says: {
      pass: said("A line of it sells a package."),
      warn: said("A line of it sells a package."),
      fail: (facts) =>
        facts["package"]
          ? `“${facts["package"]}” would be sold by ${facts["products"] ?? ""}, but it is off.`
          : with_("No package is sold by its lines", facts["products"]),
      unknown: NOT_YET,
    },
  },
  buyer_known: {
    name: "The buyer is known",
    says: {
      pass: (facts) => with_("It is the customer", facts["customer"]),
      warn: said("The buyer is known."),
      fail: (facts) => with_("Nobody is known to have bought it", facts["email"]),
      unknown: NOT_YET,
    },
  },
  credits_booked: {
    name: "Credits were booked",
    says: {
      pass: said("Its credits were booked."),
      warn: said("They were booked, and some were taken back."),
      fail: said("Nothing was booked for it yet."),
      unknown: NOT_YET,
    },
  },
};

export const FIXES = {
  enable_connection: "Switch it on",
  set_up_webhooks: "Repair the webhooks",
  fetch_order: "Fetch the order and apply it",
  replay_delivery: "Replay the delivery",
  refresh_purchase: "Ask the shop and apply",
  assign_purchase: "Assign to customer",
  enable_package: "Put the package on sale and apply",
  map_product: "Map a package",
  done: "Done. The order was looked at again.",
  failed: "It was not mended",
  settings: "Open the connection",
} as const;
