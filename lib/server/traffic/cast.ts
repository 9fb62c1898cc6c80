import { seeded, type Seeded, type Weighted } from "./seeded";

/** Where a conversation of the replay runs, and with which model. */
export type Channel = {
  readonly module: string;
  readonly operation: string;
  readonly bot?: string;
  readonly form?: string;
  readonly source: string;
  readonly provider: string;
  readonly model: string;
};

export type Person =
  | {
      readonly kind: "customer";
      readonly id: string;
      readonly email: string;
      readonly name: string;
      readonly roles: string[];
    }
  | { readonly kind: "guest"; readonly session: string; readonly ip: string };

type Place = Omit<Channel, "provider" | "model"> & { readonly models: readonly Weighted<string>[] };

/** "provider/model": the replay speaks to many. */
const CHAT_MODELS = [
  [34, "openai/gpt-4o-mini"],
  [18, "openai/gpt-4o"],
  [14, "anthropic/claude-sonnet-4"],
  [12, "google/gemini-2.5-flash"],
  [8, "mistral/mistral-small"],
  [7, "xai/grok-3-mini"],
  [7, "openai/o4-mini"],
] as const satisfies readonly Weighted<string>[];

const WRITING_MODELS = [
  [5, "anthropic/claude-sonnet-4"],
  [3, "openai/gpt-4o"],
  [2, "google/gemini-2.5-flash"],
] as const satisfies readonly Weighted<string>[];

const NIGHT_MODELS = [[1, "google/gemini-2.5-flash"]] as const satisfies readonly Weighted<string>[];

const IMAGE_MODELS = [
  [7, "openai/gpt-image-1"],
  [3, "google/imagen-4"],
] as const satisfies readonly Weighted<string>[];

const PLACES: readonly [Weighted<Place>, ...Weighted<Place>[]] = [
  [38, { module: "chatbot", operation: "chat", bot: "care", source: "widget", models: CHAT_MODELS }],
  [18, { module: "chatbot", operation: "chat", bot: "trail-guide", source: "widget", models: CHAT_MODELS }],
  [
    8,
    {
      module: "ai_forms",
      operation: "form_submit",
      form: "gift-finder",
      source: "form",
      models: CHAT_MODELS,
    },
  ],
  [
    5,
    {
      module: "ai_forms",
      operation: "form_submit",
      form: "tour-planner",
      source: "form",
      models: CHAT_MODELS,
    },
  ],
  [10, { module: "content_writer", operation: "write", source: "editor", models: WRITING_MODELS }],
  [7, { module: "automation", operation: "run", source: "schedule", models: NIGHT_MODELS }],
  [5, { module: "assistant", operation: "chat", source: "app", models: CHAT_MODELS }],
  [5, { module: "ai_search", operation: "search", source: "search-box", models: CHAT_MODELS }],
  [4, { module: "image_generator", operation: "generate", source: "studio", models: IMAGE_MODELS }],
];

const STORES: readonly [Weighted<string>, ...Weighted<string>[]] = [
  [6, "shop"],
  [3, "app"],
  [1, "journal"],
];

const ROLES: readonly [Weighted<string[]>, ...Weighted<string[]>[]] = [
  [6, ["subscriber"]],
  [2, ["customer"]],
  [1, ["editor"]],
  [1, ["subscriber", "editor"]],
  [2, []],
];

const FIRST_NAMES = [
  "Ada",
  "Bruno",
  "Chiara",
  "Dev",
  "Elif",
  "Farid",
  "Greta",
  "Hana",
  "Ivo",
  "Jun",
  "Kaya",
  "Lena",
] as const;
const LAST_NAMES = [
  "Arden",
  "Bell",
  "Castro",
  "Dorn",
  "Eriksen",
  "Fischer",
  "Greco",
  "Haddad",
  "Ito",
  "Jansen",
] as const;

const GUEST_SHARE = 0.1;
const HOT_SHARE = 0.1;
const GUEST_SESSIONS = 120;

/** Who speaks: one customer in a tenth of all conversations, guests in another, the rest with a long tail. */
export function pickPerson(random: Seeded, customers: number): Person {
  const share = random.next();
  if (share < HOT_SHARE) return customer("hot");
  if (share < HOT_SHARE + GUEST_SHARE) return guest(random.between(1, GUEST_SESSIONS));
  // Zipf with exponent 1: the n-th customer speaks about n times less than the first.
  return customer(String(Math.floor((customers + 1) ** random.next())));
}

/** The same person, whenever and wherever the name turns up. */
function customer(name: string): Person {
  const random = seeded("customer", name);
  return {
    kind: "customer",
    id: `trace-${name}`,
    email: `trace-${name}@example.com`,
    name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    roles: random.weighted(ROLES),
  };
}

/** Addresses come from the ranges kept for documentation (RFC 5737, RFC 3849). */
function guest(number: number): Person {
  const random = seeded("guest", number);
  const network = random.pick(["192.0.2", "198.51.100", "203.0.113", "v6", "v6", "v6"]);
  const ip =
    network === "v6"
      ? `2001:db8:${(1 + (number % 24)).toString(16)}::${number.toString(16)}`
      : `${network}.${1 + (number % 250)}`;
  return { kind: "guest", session: `trace-guest-${number}`, ip };
}

export function pickStore(random: Seeded): string {
  return random.weighted(STORES);
}

export function pickChannel(random: Seeded): Channel {
  const { models, ...place } = random.weighted(PLACES);
  const [first = [1, "openai/gpt-4o"] as const, ...more] = models;
  const [provider = "", model = ""] = random.weighted([first, ...more]).split("/");
  return { ...place, provider, model };
}
