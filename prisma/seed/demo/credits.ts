/** What the demo's shops sell: credits for a price in euros, by a product of the WooCommerce shop. */
export const PACKS = {
  small: { name: "Day pack", credits: "100", price: "12.00", product: 1207, position: 1 },
  medium: { name: "Weekend pack", credits: "250", price: "25.00", product: 1208, position: 2 },
  large: { name: "Season pack", credits: "1000", price: "90.00", product: 1209, position: 3 },
} as const;
export type PackName = keyof typeof PACKS;

/** A package that somebody buys: an order of the shop, or a checkout of the trail app through Stripe. */
export type Purchase = {
  readonly kind: "purchase";
  readonly order: number;
  readonly pack: PackName;
  readonly through: "shop" | "stripe";
  /** The shop has the money and has not completed the order: no credits yet. */
  readonly waits?: true;
};

/** Something that happens to balances on a day before the seed, counted back from it. */
export type CreditAct = { readonly daysAgo: number; readonly customer: string } & (
  | Purchase
  /** `euros` of an order of the shop go back. */
  | { readonly kind: "refund"; readonly order: number; readonly euros: string }
  /** The bank takes a payment through Stripe back. */
  | { readonly kind: "dispute"; readonly order: number }
  | {
      readonly kind: "grant";
      readonly credits: string;
      readonly reason: string;
      readonly category: "paid" | "promotional";
      readonly priority?: number;
      readonly expiresInDays?: number;
      readonly effectiveInDays?: number;
    }
  | { readonly kind: "set-balance"; readonly balance: string; readonly reason: string }
);

/** Somebody who bought without an account of the shop: the shop's number of them is 0. */
export const SHOP_GUEST = { id: "0", name: "Petra Lang", email: "petra.lang@example.net" } as const;

function bought(
  daysAgo: number,
  customer: string,
  [order, pack]: readonly [number, PackName],
): CreditAct & Purchase {
  return { kind: "purchase", daysAgo, customer, order, pack, through: "shop" };
}

function welcome(daysAgo: number, customer: string): CreditAct {
  const reason = "Welcome gift";
  return {
    kind: "grant",
    daysAgo,
    customer,
    credits: "40",
    reason,
    category: "promotional",
    priority: 10,
    expiresInDays: 14,
  };
}

/** The month's story of credits: purchases, gifts that expire, a refund, a dispute, corrections by people. */
export const CREDIT_ACTS: readonly CreditAct[] = [
  bought(29.4, "1001", [50211, "large"]),
  bought(29.1, "2001", [50214, "large"]),
  bought(28.9, "3001", [50216, "large"]),
  welcome(28.6, "1007"),
  bought(28.2, "1002", [50230, "medium"]),
  bought(27.3, "2002", [50247, "medium"]),
  welcome(26.8, "1009"),
  bought(26.1, "1005", [50268, "small"]),
  bought(24.7, "1003", [50291, "medium"]),
  bought(23.5, "1008", [50302, "medium"]),
  { ...bought(22.4, "1004", [50377, "small"]), through: "stripe" },
  {
    kind: "refund",
    daysAgo: 21.2,
    customer: "1008",
    order: 50302,
    euros: "15.00",
  },
  bought(20.9, "2003", [50330, "small"]),
  {
    kind: "grant",
    daysAgo: 19.6,
    customer: "1004",
    credits: "25",
    reason: "Sorry for the outage on Tuesday",
    category: "promotional",
  },
  welcome(16.9, "1021"),
  bought(14.8, "1002", [50421, "medium"]),
  bought(13.2, "1014", [50440, "small"]),
  {
    kind: "set-balance",
    daysAgo: 11.7,
    customer: "1011",
    balance: "120",
    reason: "Balance taken over from the old shop",
  },
  bought(10.5, "1005", [50489, "medium"]),
  {
    kind: "grant",
    daysAgo: 9.3,
    customer: "1014",
    credits: "-15",
    reason: "Granted twice by mistake",
    category: "paid",
  },
  bought(8.8, "2004", [50511, "small"]),
  bought(7.1, "1019", [50534, "small"]),
  {
    kind: "dispute",
    daysAgo: 6.3,
    customer: "1004",
    order: 50377,
  },
  bought(5.4, "1001", [50570, "medium"]),
  {
    kind: "grant",
    daysAgo: 4.6,
    customer: "1003",
    credits: "50",
    reason: "Thank you for the review",
    category: "promotional",
    expiresInDays: 30,
  },
  bought(3.6, SHOP_GUEST.id, [50588, "small"]),
  bought(2.9, "2002", [50602, "medium"]),
  welcome(2.2, "1022"),
  bought(1.3, "1010", [50633, "small"]),
  { ...bought(0.9, "1016", [50641, "small"]), waits: true },
  {
    kind: "grant",
    daysAgo: 0.8,
    customer: "1001",
    credits: "100",
    reason: "Loyalty bonus",
    category: "promotional",
    effectiveInDays: 3,
    expiresInDays: 33,
  },
];
