/** The three modules that have a switch of their own (mission B53), by the name of the switch. */
export const SWITCHED_MODULES = {
  chatbot: "chatbot",
  aiforms: "ai_forms",
  imagegenerator: "image_generator",
} as const;

/** What the page shows: the nine options of mission B53, and the merchant's other modules that are hidden. */
export type PageOptions = {
  readonly chatbot: boolean;
  readonly aiforms: boolean;
  readonly imagegenerator: boolean;
  readonly title: string | null;
  readonly intro: string | null;
  readonly buycredits: boolean;
  readonly buycreditslabel: string | null;
  readonly buycreditsurl: string | null;
  readonly purchasehistory: boolean;
  readonly hiddenModules: readonly string[];
};

/** The nine, in the order of the documentation. */
export const OPTION_NAMES = [
  "chatbot",
  "aiforms",
  "imagegenerator",
  "title",
  "intro",
  "buycredits",
  "buycreditslabel",
  "buycreditsurl",
  "purchasehistory",
] as const;
export type OptionName = (typeof OPTION_NAMES)[number];

const MOST_TEXT = { title: 120, intro: 500, buycreditslabel: 60 } as const;
const OFF = new Set(["false", "0", "no", "off"]);
const ON = new Set(["true", "1", "yes", "on", ""]);

/**
 * The merchant's options with those of an address put over them, as an embedding page says them. What cannot be read
 * (an unknown word for yes or no, an address that is no web address) changes nothing; an empty text is the default.
 */
export function optionsOf(settings: PageOptions, query: ReadonlyMap<string, string>): PageOptions {
  const flag = (name: "chatbot" | "aiforms" | "imagegenerator" | "buycredits" | "purchasehistory") =>
    flagOf(query.get(name)) ?? settings[name];
  const text = (name: keyof typeof MOST_TEXT) => textOf(query.get(name), MOST_TEXT[name]) ?? settings[name];
  return {
    chatbot: flag("chatbot"),
    aiforms: flag("aiforms"),
    imagegenerator: flag("imagegenerator"),
    title: text("title"),
    intro: text("intro"),
    buycredits: flag("buycredits"),
    buycreditslabel: text("buycreditslabel"),
    buycreditsurl: webAddressOf(query.get("buycreditsurl")) ?? settings.buycreditsurl,
    purchasehistory: flag("purchasehistory"),
    hiddenModules: settings.hiddenModules,
  };
}

/** Whether the page may speak of a module; null is what counts in all modules together. */
export function showsModule(options: PageOptions, module: string | null): boolean {
  if (module === null) return true;
  const named = Object.entries(SWITCHED_MODULES).find(([, id]) => id === module)?.[0];
  if (named === "chatbot" || named === "aiforms" || named === "imagegenerator") return options[named];
  return !options.hiddenModules.includes(module);
}

function flagOf(word: string | undefined): boolean | null {
  if (word === undefined) return null;
  const lower = word.trim().toLowerCase();
  if (OFF.has(lower)) return false;
  return ON.has(lower) ? true : null;
}

function textOf(text: string | undefined, most: number): string | null {
  const trimmed = text?.trim().slice(0, most);
  return trimmed ? trimmed : null;
}

/** A web address as it stands in the text; null for any other (`javascript:` among them). */
function webAddressOf(text: string | undefined): string | null {
  if (text === undefined || text.length > 2_000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "https:" || url.protocol === "http:" ? url.toString() : null;
}
