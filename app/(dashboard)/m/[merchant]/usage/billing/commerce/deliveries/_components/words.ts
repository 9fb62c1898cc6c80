/** Every text of the screen of deliveries: one place, ready to be translated. */
export const PAGE = {
  title: "Deliveries",
  about: "What shops and Stripe sent, as it came, and what became of it.",
  table: "Deliveries",
  drawer: "Delivery",
  failed: "The deliveries could not be read",
  failedHelp: "Nothing was changed. If it happens again, look into the server’s log.",
  emptyTitle: "Nothing came yet",
  empty: "Every webhook of a connected shop is kept here, with its signature checked and its outcome.",
  noneTitle: "No delivery matches",
  none: "Clear a filter to see more.",
  goneTitle: "There is no such delivery",
  gone: "It may belong to another merchant.",
} as const;

export const COLUMNS = {
  topic: "Topic",
  subject: "About",
  shop: "Shop",
  state: "State",
  attempts: "Attempts",
  outcome: "Outcome",
  next: "Next attempt",
  received: "Received",
  tips: {
    attempts: "How often it was worked on",
    next: "When it is tried again by itself",
  },
} as const;

export const FILTERS = { state: "State", connection: "Shop", purchase: "Purchase" } as const;

export const DETAIL = {
  id: "Id",
  repeats: "Came again",
  repeatsTip: "The same delivery, counted and not kept twice",
  finished: "Finished",
  error: "Error",
  purchase: "Purchase",
  openPurchase: "Open the purchase",
  headers: "Headers",
  noHeaders: "None were kept.",
  body: "Body",
  nobody: "–",
} as const;

export const REPLAY = {
  one: "Replay",
  oneDone: "The delivery is worked on again",
  failed: "It was not replayed",
  all: "Replay all given up",
  allAsk: "Replay what was given up?",
  allHelp:
    "Every delivery that was given up is worked on again, as if it had just come. What was booked stays booked once.",
  allDone: (count: string) => `${count} worked on again`,
  allMore: (count: string) => `${count} worked on again; replay once more for the rest`,
  noun: "delivery",
  nouns: "deliveries",
} as const;
