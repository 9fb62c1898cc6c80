import { LANGUAGES, type Language } from "@/lib/portal/schemas";
import { de } from "./de";
import { en } from "./en";
import type { Words } from "./words";

export type { Words } from "./words";

const WORDS: Record<Language, Words> = { en, de };

/** The first language that is asked for and that we have: by the address, the merchant, then the browser. */
export function chooseWords(wishes: {
  asked: string | undefined;
  merchant: Language | null;
  browser: string | null;
}): Words {
  const browser = (wishes.browser ?? "").split(",").map((each) => each.split(";")[0]?.trim());
  const found = [wishes.asked, wishes.merchant, ...browser]
    .map((tag) => tag?.toLowerCase().split("-")[0])
    .map((tag) => LANGUAGES.find((language) => language === tag))
    .find((language) => language !== undefined);
  return WORDS[found ?? "en"];
}
