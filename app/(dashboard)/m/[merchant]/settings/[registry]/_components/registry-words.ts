/** Settings → Stores and Modules: every text of both screens. */
export const KINDS = ["stores", "modules", "bots", "forms"] as const;
export type RegistryKind = (typeof KINDS)[number];

type KindWords = {
  readonly title: string;
  readonly one: string;
  readonly create: string;
  readonly created: string;
  readonly empty: string;
  readonly emptyLine: string;
  readonly idHelp: string;
  readonly deleteLine: string;
};

const KEPT =
  "What was recorded keeps its id. Rules and quotas that name it stay. The next request that names it registers it again, without its name.";

export const KIND_WORDS: Record<RegistryKind, KindWords> = {
  stores: {
    title: "Stores",
    one: "store",
    create: "Add store",
    created: "Store added",
    empty: "No stores yet",
    emptyLine: "A store is one site of yours. The first request that names one adds it here too.",
    idHelp: "The word requests use, such as “main”. It stays for ever.",
    deleteLine: KEPT,
  },
  modules: {
    title: "Modules",
    one: "module",
    create: "Add module",
    created: "Module added",
    empty: "No modules",
    emptyLine: "A module is where AI runs. The first request that names one adds it here too.",
    idHelp: "The word requests use, such as “ai_search”. It stays for ever.",
    deleteLine: `Its bots and forms go with it. ${KEPT}`,
  },
  bots: {
    title: "Bots",
    one: "bot",
    create: "Add bot",
    created: "Bot added",
    empty: "No bots yet",
    emptyLine: "A bot is one chatbot of a module. The first request that names one adds it here too.",
    idHelp: "The word requests use, such as “support”. It stays for ever.",
    deleteLine: KEPT,
  },
  forms: {
    title: "Forms",
    one: "form",
    create: "Add form",
    created: "Form added",
    empty: "No forms yet",
    emptyLine: "A form is one AI form of a module. The first request that names one adds it here too.",
    idHelp: "The word requests use, such as “contact”. It stays for ever.",
    deleteLine: KEPT,
  },
};

export const REGISTRY_WORDS = {
  title: "Stores and modules",
  kinds: "Kind",
  name: "Name",
  nameHelp: "What people read. Empty: the id.",
  id: "Id",
  url: "Address",
  urlHelp: "Optional. Where people reach it.",
  module: "Module",
  added: "Added",
  requests: "Requests, 30 days",
  requestsTip: "Requests of the last 30 days that named it",
  logs: "See its logs",
  limits: (own: boolean) => (own ? "Its limits" : "Limits of its module"),
  prices: (own: boolean) => (own ? "Its prices" : "Prices of its module"),
  rename: "Save",
  saved: "Saved",
  notSaved: "Nothing was saved",
  remove: (one: string) => `Delete ${one}`,
  removeTitle: (name: string) => `Delete “${name}”?`,
  inUse: (requests: string) => `${requests} named it in the last 30 days.`,
  removed: (title: string) => `Deleted from ${title.toLowerCase()}`,
  notRemoved: "Nothing was deleted",
  missing: "It is not on this page",
};

export type RegistryPage = "stores" | "modules";

/** The two pages, and what each lists. */
export const PAGES: Record<RegistryPage, { line: string; kinds: readonly RegistryKind[] }> = {
  stores: { line: "Your sites. Requests, quotas and keys can name one.", kinds: ["stores"] },
  modules: {
    line: "Where AI runs, and the bots and forms in it. Rules and quotas can name them.",
    kinds: ["modules", "bots", "forms"],
  },
};
