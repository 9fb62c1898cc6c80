import { describe, expect, it } from "vitest";
import { inputOf, newDraft, type QuotaDraft } from "./quota-draft";
import { quotaSentence, type SentenceNames } from "./quota-sentence";

const NAMES: SentenceNames = {
  modules: [{ id: "chatbot", name: "Chatbot" }],
  bots: [{ id: "support", name: "Support" }],
  stores: [{ id: "main", name: "Main shop" }],
  timeZone: "Europe/Oslo",
  weekStart: "monday",
};
const draft = (fields: Partial<QuotaDraft>): QuotaDraft => ({ ...newDraft(null), limit: "100", ...fields });
const said = (fields: Partial<QuotaDraft>) => quotaSentence(draft(fields), NAMES);

describe("quotaSentence", () => {
  it("says who may use how much, where and how often", () => {
    expect(said({ audience: "role", role: "subscriber", module: "chatbot" })).toBe(
      "Each customer with the role “subscriber” may use 100 credits a day in Chatbot. The day starts at midnight in Europe/Oslo.",
    );
    expect(said({ bot: "support", store: "main", period: "never", limit: "1" })).toBe(
      "Each guest may use 1 credit in all with the bot Support in the store Main shop. It never starts anew.",
    );
  });

  it("says what unlimited and disabled mean for whom", () => {
    expect(said({ limitKind: "closed" })).toBe("Each guest may not use AI.");
    expect(said({ limitKind: "closed", audience: "customer" })).toBe(
      "Each customer may use only credits they have bought.",
    );
    expect(said({ limitKind: "none", audience: "customer", period: "weekly" })).toBe(
      "Each customer may use as much as they like. The week starts on Monday at midnight in Europe/Oslo.",
    );
  });

  it("says when a month or year starts, what networks share, and that nobody is refused", () => {
    expect(said({ period: "monthly", anchorDay: 31, timeZone: "UTC" })).toContain(
      "The month starts on the 31st, or the last day of a shorter month, at midnight in UTC.",
    );
    expect(said({ period: "yearly", anchorDay: 3, anchorMonth: 4 })).toContain(
      "starts on 3 April at midnight",
    );
    expect(said({ networkLimit: "500", mode: "observe", enabled: false })).toContain(
      "All guests of one network together may use 500 credits. For now it only counts, and refuses nobody. It is switched off.",
    );
  });
});

describe("inputOf", () => {
  it("sends only what belongs to the audience and the buttons that are set", () => {
    const primary = { type: "custom_url", label: "Plans", url: "https://x.example" } as const;
    expect(
      inputOf(draft({ audience: "customer", role: "left over", networkLimit: "5", primary })),
    ).toMatchObject({
      ...{ audience: "customer", role: null, networkLimit: null, limit: "100", message: null },
      actions: [{ slot: "primary", type: "custom_url", label: "Plans", url: "https://x.example" }],
    });
    expect(inputOf(draft({ limitKind: "none" })).limit).toBeNull();
    expect(inputOf(draft({ limitKind: "closed" })).limit).toBe("0");
  });
});
