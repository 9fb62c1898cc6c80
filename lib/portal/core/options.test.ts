import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTION_NAMES, optionsOf, type PageOptions, showsModule } from "./options";

const settings: PageOptions = {
  chatbot: true,
  aiforms: false,
  imagegenerator: true,
  title: null,
  intro: "Ours",
  buycredits: true,
  buycreditslabel: null,
  buycreditsurl: "https://shop.example.com/credits",
  purchasehistory: true,
  hiddenModules: ["ai_search"],
};
const withQuery = (query: Record<string, string>) => optionsOf(settings, new Map(Object.entries(query)));

describe("the options of an address", () => {
  it("change nothing when there are none", () => {
    expect(optionsOf(settings, new Map())).toEqual(settings);
  });

  it.each(["chatbot", "aiforms", "imagegenerator", "buycredits", "purchasehistory"] as const)(
    "%s goes off and on, in the words of the shortcode",
    (name) => {
      for (const word of ["false", "0", "no", "off", " FALSE "])
        expect(withQuery({ [name]: word })[name]).toBe(false);
      for (const word of ["true", "1", "yes", "on", ""]) expect(withQuery({ [name]: word })[name]).toBe(true);
      expect(withQuery({ [name]: "perhaps" })[name]).toBe(settings[name]);
    },
  );

  it("put texts over those of the settings, cut to their length; an empty one is the default", () => {
    expect(withQuery({ title: "  Mine ", intro: "", buycreditslabel: "x".repeat(100) })).toMatchObject({
      title: "Mine",
      intro: "Ours",
      buycreditslabel: "x".repeat(60),
    });
  });

  it("take no address that a browser would run", () => {
    for (const bad of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//evil.example",
      "/credits",
      "vbscript:x",
      " ",
    ]) {
      expect(withQuery({ buycreditsurl: bad }).buycreditsurl).toBe(settings.buycreditsurl);
    }
    expect(withQuery({ buycreditsurl: "https://other.example/buy?x=1" }).buycreditsurl).toBe(
      "https://other.example/buy?x=1",
    );
  });

  it("never fail, whatever an address says", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...OPTION_NAMES), fc.string({ maxLength: 3_000 })),
        (query) => {
          const options = optionsOf(settings, new Map(Object.entries(query)));
          expect(options.buycreditsurl).toMatch(/^https?:/);
          expect(options.title?.length ?? 0).toBeLessThanOrEqual(120);
        },
      ),
    );
  });
});

describe("what the page speaks of", () => {
  it("is every module that nothing hides", () => {
    expect(
      ["chatbot", "ai_forms", "image_generator", "ai_search", "other"].filter((id) =>
        showsModule(settings, id),
      ),
    ).toEqual(["chatbot", "image_generator", "other"]);
    expect(showsModule(settings, null)).toBe(true);
  });
});

describe("public/embed.js", () => {
  it("hands the nine options of its tag over, which other people's pages load without ours", () => {
    const list = /const OPTIONS = \[([^\]]*)\]/.exec(readFileSync("public/embed.js", "utf8"))?.[1] ?? "";
    expect(list.match(/\w+/g)).toEqual([...OPTION_NAMES]);
  });
});
