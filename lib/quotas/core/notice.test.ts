import { describe, expect, it } from "vitest";
import { noticeOf } from "./notice";

const settings = {
  quotaMessage: null,
  dashboardUrl: "https://shop.example.com/account?tab=ai",
  buyCreditsUrl: "https://shop.example.com/credits",
};
const action = (type: "usage" | "credits" | "purchases" | "buy_credits" | "custom_url") => ({
  slot: "primary" as const,
  type,
  label: "Look",
  url: null,
});
const addressOf = (type: Parameters<typeof action>[0], scope: object = {}) =>
  noticeOf({ message: null, actions: [action(type)], ...scope }, settings).actions[0]?.url;

describe("the addresses of buttons under a quota's message", () => {
  it("open the customer's page at the section, module and scope that it is about", () => {
    const scope = { module: "chatbot", bot: "support", store: null };
    expect(addressOf("usage", scope)).toBe(
      "https://shop.example.com/account?tab=ai&section=usage&module=chatbot&scope=chatbot%2Fsupport",
    );
    expect(addressOf("credits", { module: null, bot: null, store: null })).toBe(
      "https://shop.example.com/account?tab=ai&section=balance&scope=any",
    );
    expect(addressOf("purchases")).toBe("https://shop.example.com/account?tab=ai&section=purchases");
  });

  it("lead to where credits are sold, or nowhere when nothing is set", () => {
    expect(addressOf("buy_credits")).toBe("https://shop.example.com/credits");
    expect(addressOf("custom_url")).toBeNull();
  });
});
