/** Every text of the screen of connections: one place, ready to be translated. */
export const PAGE = {
  title: "Connections",
  about: "Your WooCommerce shops and Stripe accounts: what they sell becomes credits, exactly once.",
  table: "Connections",
  shop: "Connect WooCommerce",
  account: "Connect Stripe",
  drawer: "Connection",
  failed: "The connections could not be read",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
  emptyTitle: "No shop is connected",
  empty:
    "Connect your shop or Stripe account, map a product or price to a package, and every paid order adds its credits to the buyer’s balance. A refund takes them back.",
  goneTitle: "There is no such connection",
  gone: "It may have been deleted. What was bought through it stays.",
  readOnly: "You may look at connections. An owner or admin changes them.",
  admitted: "The shop let Tollgate in. Its connection and webhooks are made.",
  refused: "The shop did not let Tollgate in. Try again, or enter its keys by hand.",
} as const;

export const COLUMNS = {
  name: "Connection",
  kind: "Kind",
  state: "Health",
  last: "Last delivery",
  backlog: "Waiting",
  givenUp: "Given up",
  refused: "Refused",
  compared: "Compared until",
  tips: {
    backlog: "Deliveries that are not worked on yet, or tried again",
    givenUp: "Deliveries that need a replay",
    refused: "Requests with a wrong signature, or of a wrong kind",
    compared: "Until when it was compared with the shop",
  },
} as const;

export const KINDS = { woocommerce: "WooCommerce", stripe: "Stripe" } as const;

export const HEALTH = {
  off: "Off",
  no_secret: "No webhook secret",
  webhook_off: "Webhook off",
  problem: "Problem",
  given_up: "Given up",
  failing: "Retrying",
  quiet: "Nothing came yet",
  well: "Well",
} as const;

export const GRANT = {
  label: "Grant credits when the order is",
  help: "Stripe grants when it is paid",
  completed: "Completed",
  processing: "Processing or completed",
  paid: "Paid, whatever its status",
} as const;

export const FORM = {
  way: "How to connect",
  oneClick: "One click",
  byHand: "By hand",
  oneClickHelp:
    "Your shop asks you to let Tollgate in. It then hands over its keys, its webhooks are made, and you come back here.",
  go: "Continue at your shop",
  name: "Name",
  shopName: "Main shop",
  url: "Shop address",
  urlHint: "https://shop.example.com",
  consumerKey: "Consumer key",
  consumerSecret: "Consumer secret",
  keysHelp:
    "WooCommerce → Settings → Advanced → REST API, with read and write. Empty: what the shop sends is taken as it is.",
  webhookSecret: "Webhook secret",
  webhookSecretHelp: "Empty: one is made and shown once",
  connect: "Connect",
  notConnected: "The connection was not made",
  account: "Main account",
  apiKey: "Restricted key",
  apiKeyHint: "rk_live_…",
  apiKeyHelp:
    "With read for Charges, Checkout Sessions, Customers, Disputes, Events, Invoices, PaymentIntents, Prices, Products, Refunds and Subscriptions; and write for Checkout Sessions, to sell on your customer page.",
  endpointSecret: "Signing secret of the endpoint",
  endpointSecretHint: "whsec_…",
  endpointSecretHelp: "Stripe shows it once the endpoint is made. You can enter it afterwards.",
  mode: "Events that are taken",
  both: "As the key says",
  live: "Live",
  test: "Test",
} as const;

export const MADE = {
  title: "The connection was made",
  secret: "Webhook secret, shown this once",
  secretHelp: "Keep it where only the shop sees it. It cannot be shown again; you can replace it.",
  webhooks: "Its webhooks were made in the shop.",
  noWebhooks: (reason: string) => `Its webhooks could not be made: ${reason}`,
  open: "Open the connection",
} as const;

export const STEPS = {
  shopTitle: "Make the webhooks in your shop",
  shop: [
    "Open WooCommerce → Settings → Advanced → Webhooks and add a webhook.",
    "Status: Active. Topic: Order updated. API version: WP REST API Integration v3.",
    "Paste the delivery URL below and the webhook secret, and save.",
    "Do the same for Order created, Order deleted and Order restored.",
  ],
  shopUrl: "Delivery URL",
  accountTitle: "Make the endpoint in Stripe",
  account: [
    "Open Developers → Webhooks in Stripe and add a destination for snapshot events of your account.",
    "Paste the endpoint URL below and choose the events listed under it.",
    "Copy the signing secret Stripe shows, and enter it here as the webhook secret.",
  ],
  accountUrl: "Endpoint URL",
  events: "Events to select",
} as const;

/** What Stripe has to tell: sales, what becomes of their money, and the links between them. */
export const STRIPE_EVENTS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "payment_intent.succeeded",
  "invoice.paid",
  "invoice_payment.paid",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
] as const;

export const DETAIL = {
  facts: "Health",
  none: "–",
  keys: "Keys",
  hasKeys: "Kept, encrypted",
  noKeys: "None",
  secret: "Webhook secret",
  hasSecret: "Kept, encrypted",
  noSecret: "None: every delivery is refused",
  previous: "the one before is valid until",
  problem: "Last problem",
  refusal: "Last refusal",
  webhooks: "Webhooks in the shop",
  noWebhooks: "None were seen",
  seen: "seen",
  failing: "Retrying",
  deliveries: "Its deliveries",
  purchases: "Its purchases",
  id: "Id",
} as const;

export const ACTS = {
  test: "Test",
  notTested: "It was not tested",
  testTitle: "What the test found",
  checks: {
    enabled: "Switched on",
    webhook_secret: "Webhook secret",
    keys: "Keys",
    webhooks: "Webhooks",
    deliveries: "Deliveries",
  },
  ok: "Right",
  wrong: "Wrong",
  unknown: "Not known",
  setUp: "Make and repair webhooks",
  setUpDone: (created: string, on: string) => `${created} made, ${on} switched on`,
  webhookNoun: ["webhook", "webhooks"],
  setUpFailed: "The webhooks were not made",
  rotate: "Replace the webhook secret",
  rotateAsk: "Replace the webhook secret?",
  rotateHelp:
    "The new secret counts at once. Choose how long the one before stays valid, so that nothing is lost while you change it in the shop.",
  rotateSecret: "New secret",
  rotateSecretHelp: "Empty: one is made and shown once",
  rotateStripeHelp: "The new signing secret, as Stripe shows it",
  keep: "The old one stays valid for",
  keepNow: "Not at all",
  keepDay: "A day",
  keepWeek: "A week",
  rotated: "The new secret counts",
  rotateFailed: "The secret was not replaced",
  enable: "Switch on",
  disable: "Switch off",
  enabled: "The connection is on",
  disabled: "The connection is off: nothing is granted through it",
  notSwitched: "The connection was not changed",
  remove: "Delete connection",
  removeAsk: (name: string) => `Delete “${name}”?`,
  removeHelp:
    "Its keys and secrets go, and what the shop sends from now on is refused. Purchases, what was booked for them and the ledger stay. Webhooks stay in the shop: remove them there.",
  removed: "The connection was deleted",
  notRemoved: "The connection was not deleted",
  settings: "Settings",
  newKeys: "Leave empty to keep the keys there are",
  save: "Save",
  saved: "The connection was saved",
  notSaved: "The connection was not saved",
} as const;
