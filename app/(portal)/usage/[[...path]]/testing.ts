import { putCustomer } from "@/lib/customers";
import { patchSettings } from "@/lib/merchants";
import { type MadeMerchant, makeMerchant } from "@/lib/merchants/testing";
import { authorize, recordUsage } from "@/lib/metering";
import { createPortalLink } from "@/lib/portal";
import { createPricingRule } from "@/lib/pricing";
import { createQuota } from "@/lib/quotas";
import { addCredits, grantPurchase } from "@/lib/wallets";
import { GET, POST } from "./route";

const use = (ctx: MadeMerchant["ctx"], id: string, over: object = {}) =>
  recordUsage(ctx, {
    id,
    customer: "42",
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o",
    usage: { inputTokens: 800, outputTokens: 300 },
    ...over,
  });

/** A shop with a customer who bought, was given, used and holds something, and another customer. */
export async function makeShop(): Promise<MadeMerchant> {
  const shop = await makeMerchant();
  const { ctx } = shop;
  await patchSettings(ctx, { buyCreditsUrl: "https://shop.example.com/credits", name: "Walnut & Sons" });
  await createPricingRule(ctx, {
    operation: "chat",
    method: "per_1k_tokens",
    inputRate: "1",
    outputRate: "2",
  });
  for (const [module, limit] of [
    ["chatbot", "100"],
    ["ai_forms", "50"],
    ["image_generator", "0"],
  ] as const) {
    await createQuota(ctx, { audience: "customer", module, limit, period: "monthly" });
  }
  await createQuota(ctx, { audience: "guest", module: "chatbot", limit: "7", period: "daily" });
  await putCustomer(ctx, "42", { name: "Ada <b>Reader</b>", email: "ada@example.com" });
  await putCustomer(ctx, "43", { name: "Bob" });
  const origin = { number: "1041", packageName: "Small pack" };
  await grantPurchase(ctx, "42", { key: "woo:1041:1", amount: "500", origin });
  await addCredits(ctx, "42", { id: "g", amount: "20", expiresAt: "2999-01-01T00:00:00Z" });
  await use(ctx, "u-1");
  await use(ctx, "u-2", { module: "ai_forms", form: "ask" });
  await authorize(ctx, {
    id: "h-1",
    customer: "42",
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o",
    estimate: { inputTokens: 3_000, outputTokens: 0 },
  });
  await addCredits(ctx, "43", { id: "b", amount: "7" });
  return shop;
}

type Sent = {
  cookie?: string;
  frame?: boolean;
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

/** Asks the page as a browser does: at the top, or in a frame; with a form it posts. */
export async function ask(path: string, { cookie, frame, form, headers = {} }: Sent = {}) {
  const request = new Request(`http://localhost:3000${path}`, {
    method: form ? "POST" : "GET",
    headers: {
      "accept-language": "en",
      "sec-fetch-dest": frame ? "iframe" : "document",
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  const answer = await (form ? POST(request) : GET(request));
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

export const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, "");
export const cookieOf = (headers: Headers) => headers.get("set-cookie")?.split(";")[0] ?? "";

/** Signs a customer in by a link and returns the browser's cookie. */
export async function signIn(merchant: MadeMerchant, externalId: string): Promise<string> {
  const { url } = await createPortalLink(merchant.ctx, externalId);
  return cookieOf((await ask(pathOf(url))).headers);
}
