/** Every text of the screen of packages: one place, ready to be translated. */
export const PAGE = {
  title: "Packages",
  about:
    "What your customers buy: credits for each quantity of a product in your shop, or of a Stripe price.",
  create: "New package",
  table: "Packages",
  count: ["package", "packages"],
  failed: "The packages could not be read",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
  emptyTitle: "Nothing is for sale yet",
  empty:
    "Make a package, say which product or price sells it, and every paid order adds its credits to the buyer’s balance.",
  goneTitle: "There is no such package",
  gone: "It may have been deleted. What was bought with it stays.",
  readOnly: "You may look at packages. An owner or admin changes them.",
  accounts: "Credits go to a person.",
  accountsHelp:
    "An order without an account waits under Purchases until its buyer is known by a proven e-mail address, or you assign it. So require an account at your shop’s checkout.",
} as const;

export const COLUMNS = {
  name: "Package",
  credits: "Credits",
  buys: "Roughly buys",
  price: "Price",
  soldBy: "Sold by",
  expires: "Expires",
  state: "State",
  tips: {
    credits: "For each quantity",
    buys: "At current pricing; open the package for what the figure supposes",
    price: "As our Stripe checkout charges it; your shop charges its own",
    expires: "After the purchase",
  },
} as const;

export const STATES = {
  on: "On sale",
  off: "Off",
  unsold: "Not mapped",
  offTip: "Nothing sells it; what was bought stays",
  unsoldTip: "No product and no price sells it yet",
} as const;

export const SOLD_BY = {
  product: (product: number, variation: number | null) =>
    variation === null ? `Product ${product}` : `Product ${product}, variation ${variation}`,
  price: "Stripe price",
  never: "Never",
  days: ["day", "days"],
} as const;

export const FORM = {
  title: "Package",
  titleNew: "New package",
  name: "Name",
  nameHint: "1,000 credits",
  credits: "Credits",
  creditsHelp: "For each quantity that is bought",
  category: "Category",
  paid: "Paid",
  promotional: "Promotional",
  categoryHelp: "Of two lots that are otherwise alike, promotional credits burn first.",
  expiry: "Expires after",
  expiryHelp: "Days from the purchase; empty: never",
  price: "Price",
  priceHelp: "Charged by our Stripe checkout",
  currency: "Currency",
  currencyHelp: "Of the price",
  soldBy: "Sold by",
  soldByHelp: "A product or price sells one package. A variation comes before its product.",
  connection: "Shop or account",
  anyConnection: "Any",
  product: "WooCommerce product",
  productHelp: "Its number in your shop",
  variation: "Variation",
  variationHelp: "Empty: all of them",
  stripePrice: "Stripe price",
  stripePriceHelp: "Its id, such as price_1Abc",
  choose: "Choose from the shop",
  choosing: "Asking the shop…",
  nothingToChoose: "Nothing found",
  enabled: "On sale",
  save: "Save package",
  create: "Create package",
  cancel: "Cancel",
  remove: "Delete package",
  saved: "The package was saved",
  created: "The package was created",
  createdFor: (number: string) => `The package was created, and ${number} was booked`,
  createdOnly: (number: string) => `The package was created; look at ${number} again to book it`,
  wantedBy: (number: string) =>
    `For ${number}, which nothing sells yet. Say how many credits it is worth; what is due for ${number} is then booked at once.`,
  removed: "The package was deleted",
  notSaved: "The package was not saved",
  attention: "Some fields need attention.",
  notRemoved: "The package was not deleted",
  removeAsk: (name: string) => `Delete “${name}”?`,
  removeHelp:
    "It is sold no more. Purchases keep their credits, and a refund still takes back what it granted.",
  badAmount: "Must be a number above 0 with up to six decimals",
  badNumber: "Must be a whole number above 0",
} as const;

export const WORTH = {
  title: "Roughly buys",
  help: "For sizing only: what a request costs depends on the provider’s answer, its tokens, the model and the rule.",
  none: "Add pricing rules to see what this package buys.",
  less: "Less than 1",
  about: (count: string) => `About ${count}`,
  free: "Costs nothing",
  at: "each",
  nouns: {
    chat: { request: ["chat request", "chat requests"] },
    form_submit: { request: ["form submission", "form submissions"] },
    generate: { request: ["image", "images"] },
    edit: { request: ["image edit", "image edits"], image: ["image edit", "image edits"] },
    video: { request: ["video", "videos"] },
  },
  units: {
    request: ["request", "requests"],
    image: ["image", "images"],
    video: ["video", "videos"],
    minute: ["minute", "minutes"],
  },
  assumed: "assuming",
  average: "your average of",
  tokens: (input: string, output: string) => `${input} tokens in and ${output} out`,
  anyModel: "any model",
  unpriced: "no rule: the policy for unpriced usage",
} as const;
