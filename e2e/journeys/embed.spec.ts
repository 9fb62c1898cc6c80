import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { makeMerchant, type Merchant, send } from "../support/merchant";

/** A foreign site on an origin of its own, which serves whatever page a test puts on it. */
async function openSite() {
  const pages = new Map<string, () => string>();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const page = pages.get(pathname);
    const type = pathname.endsWith(".json") ? "application/json" : "text/html; charset=utf-8";
    response.writeHead(page ? 200 : 404, { "content-type": type }).end(page?.() ?? "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port }: AddressInfo = JSON.parse(JSON.stringify(server.address()));
  return {
    origin: `http://127.0.0.1:${port}`,
    put: (path: string, body: () => string) => pages.set(path, body),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

let site: Awaited<ReturnType<typeof openSite>>;
test.beforeAll(async () => {
  site = await openSite();
});
test.afterAll(() => site.close());

/** As a shop's own server signs. */
function tokenFor(shop: Merchant, secret: string, claims: object = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const known = { aud: shop.slug, sub: "42", name: "Ada", iat: now, exp: now + 300, jti: randomUUID() };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ ...known, ...claims })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

async function makeShop(request: APIRequestContext, origins: string[]) {
  const shop = await makeMerchant();
  await send(request, shop, ["/customers/42/credits", { id: "g", amount: "321", reason: "Welcome" }]);
  await request.patch("/api/v1/portal-settings", {
    data: { origins },
    headers: { authorization: `Bearer ${shop.apiKey}` },
  });
  const { secret } = await send(request, shop, ["/portal-settings/secret", {}]);
  return { shop, secret };
}

test("a foreign site shows the page by one tag: signed in, sized, in its colours, without cookies @phone", async ({
  page,
  request,
  baseURL,
  context,
}) => {
  const { shop, secret } = await makeShop(request, [site.origin]);
  site.put("/token.json", () => JSON.stringify({ token: tokenFor(shop, secret) }));
  site.put(
    "/account",
    () => `<!doctype html><html lang="en"><title>Shop</title><body style="background: rgb(20, 20, 20)">
      <script src="${baseURL}/embed.js" data-merchant="${shop.slug}" data-token-url="/token.json"
        data-title="My credits" data-purchasehistory="false" async></script></body></html>`,
  );

  await page.goto(`${site.origin}/account?section=usage&module=chatbot`);

  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[data-figure=available]")).toHaveText("321");
  await expect(frame.getByRole("heading", { name: "My credits" })).toBeVisible();
  await expect(frame.getByRole("heading", { name: "Purchases" })).toHaveCount(0);
  await expect(frame.locator("main > section").first()).toHaveId("usage");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  const heightOf = () => page.locator("iframe").evaluate((element) => element.getBoundingClientRect().height);
  const inside = await frame.locator(".page").evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(async () => Math.abs((await heightOf()) - inside)).toBeLessThan(2);

  await page.evaluate(() => document.body.setAttribute("style", "background: white"));
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "light");
  await frame.getByRole("link", { name: "Show" }).click();
  await expect(frame.getByRole("cell", { name: "+321" })).toBeVisible();
  expect((await context.cookies()).filter(({ name }) => name.startsWith("tollgate_usage"))).toEqual([]);
});

test("a frame with a token signs in, and its address is worth nothing outside of a frame", async ({
  page,
  request,
  baseURL,
}) => {
  const { shop, secret } = await makeShop(request, [site.origin]);
  const address = `${baseURL}/usage/${shop.slug}?token=${tokenFor(shop, secret)}`;
  site.put(
    "/plain",
    () => `<!doctype html><title>Shop</title><iframe title="Credits" src="${address}"></iframe>`,
  );

  await page.goto(`${site.origin}/plain`);

  await expect(page.frameLocator("iframe").locator("[data-figure=available]")).toHaveText("321");
  const inside = page.frames().find((each) => each.url().includes("&s=") || each.url().includes("?s="));
  expect(inside).toBeDefined();
  await page.goto(inside?.url() ?? "");
  await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
});

test("a site that the merchant has not named cannot show it", async ({ page, request, baseURL }) => {
  const { shop, secret } = await makeShop(request, ["https://shop.example.com"]);
  const address = `${baseURL}/usage/${shop.slug}?token=${tokenFor(shop, secret)}`;
  site.put(
    "/foreign",
    () => `<!doctype html><title>Thief</title><iframe title="Credits" src="${address}"></iframe>`,
  );
  const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));

  await page.goto(`${site.origin}/foreign`);

  await refused;
  await expect(page.frameLocator("iframe").locator("[data-figure=available]")).toHaveCount(0);
});
