import { beforeAll, describe, expect, it } from "vitest";
import { putCustomer } from "@/lib/customers";
import { env } from "@/lib/kernel/env";
import { queuedMailsTo } from "@/lib/mail/testing";
import { type MadeMerchant, makeMerchant } from "@/lib/merchants/testing";
import { createPortalLink, patchPortalSettings, viewAsCustomer } from "@/lib/portal";
import { makeSigner } from "@/lib/portal/testing";
import { HEAD } from "./route";
import { ask, cookieOf, makeShop, pathOf, signIn } from "./testing";

let shop: MadeMerchant;
let other: MadeMerchant;
beforeAll(async () => {
  shop = await makeShop();
  other = await makeMerchant();
});

const home = (query = "") => `/usage/${shop.slug}${query}`;

describe("signing in", () => {
  it("by a link leaves the address, and works once", async () => {
    const { url } = await createPortalLink(shop.ctx, "42", { section: "balance" });
    expect(HEAD().status).toBe(200);
    expect((await ask(pathOf(url), { headers: { "sec-purpose": "prefetch" } })).status).toBe(204);

    const { status, headers } = await ask(pathOf(url));

    expect([status, headers.get("location")]).toEqual([303, home("?section=balance")]);
    expect(headers.get("set-cookie")).toMatch(/; Path=\/usage; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const again = await ask(pathOf(url));
    expect([again.status, again.html.includes("This link was used already")]).toEqual([410, true]);
  });

  it("by a token in an address or a form; a frame gets its key in the address, and only a frame may use it", async () => {
    const { sign } = await makeSigner(shop.ctx);
    const byAddress = await ask(home(`?token=${sign({ sub: "42" })}&title=Mine`));
    expect([byAddress.status, byAddress.headers.get("location")]).toEqual([303, home("?title=Mine")]);
    expect((await ask(home(), { cookie: cookieOf(byAddress.headers) })).html).toContain("513");

    const framed = await ask(home("?embed=1&theme=dark"), {
      frame: true,
      form: { token: sign({ sub: "42" }) },
    });
    const inside = framed.headers.get("location") ?? "";
    expect(framed.headers.get("set-cookie")).toBeNull();
    const page = await ask(inside, { frame: true });
    expect(page.html).toContain('data-figure="available">513');
    expect(page.html).toContain('data-theme="dark"');
    expect(page.html).toMatch(/href="\/usage\/[^"]+\/purchases\?theme=dark&amp;embed=1&amp;s=/);
    expect((await ask(inside)).html).toContain("You are not signed in");
  });

  const tokenOf = async (merchant: MadeMerchant, claims: object) =>
    `?token=${(await makeSigner(merchant.ctx)).sign({ sub: "42", ...claims })}`;
  it.each([
    { what: "forged", query: () => tokenOf(other, {}), status: 401, text: "could not make sure who you are" },
    { what: "over", query: () => tokenOf(shop, { exp: 1 }), status: 410, text: "has run out" },
    { what: "another's", query: () => tokenOf(shop, { aud: "x" }), status: 403, text: "for another shop" },
    {
      what: "made up",
      query: async () => `/enter?link=${"A".repeat(43)}`,
      status: 404,
      text: "not one of ours",
    },
  ])("has a page of its own for what is $what", async ({ query, status, text }) => {
    const answer = await ask(home(await query()));

    expect([answer.status, answer.html.includes(text)]).toEqual([status, true]);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("at one shop opens no other", async () => {
    await putCustomer(other.ctx, "42", { name: "Zoe" });
    const cookie = await signIn(other, "42");

    expect((await ask(home(), { cookie })).html).toContain("You are not signed in");
    const renamed = cookie.replace(other.slug, shop.slug);
    expect((await ask(home(), { cookie: renamed })).html).toContain("You are not signed in");
    for (const path of ["/purchases", "/statement", "/statement.csv"]) {
      expect((await ask(home(path), { cookie: renamed })).status).toBe(303);
    }
  });

  it("by mail answers the same for everybody, and asks before it signs in", async () => {
    const known = await ask(home("/sign-in"), { form: { email: "ada@example.com" } });
    const unknown = await ask(home("/sign-in"), { form: { email: "xda@example.com" } });
    const hidden = (html: string) => html.replaceAll(/nonce-?="?[\w-]+/g, "").replaceAll(/[ax]da@/g, "");
    expect(hidden(known.html)).toBe(hidden(unknown.html));
    expect((await ask(home("/sign-in"), { form: { email: "nonsense" } })).status).toBe(422);

    const [mail] = await queuedMailsTo("ada@example.com");
    const url = mail?.parts.flatMap((part) => (part.kind === "link" ? [part.url] : []))[0] ?? "";
    expect(url.startsWith(`${env().url}/usage/`)).toBe(true);
    const asked = await ask(pathOf(url));
    expect([asked.status, asked.headers.get("set-cookie")]).toEqual([200, null]);
    const link = new URL(url).searchParams.get("link") ?? "";
    const entered = await ask(home("/sign-in"), { form: { link } });
    expect((await ask(home(), { cookie: cookieOf(entered.headers) })).html).toContain("513");
  });

  it("ends with signing out", async () => {
    const cookie = await signIn(shop, "42");
    const out = await ask(home("/sign-out"), { cookie, form: {} });

    expect([out.status, out.headers.get("location")]).toEqual([303, home("?out=1")]);
    expect((await ask(home("?out=1"), { cookie })).html).toContain("You are signed out.");
  });

  it("of a member is marked on every page", async () => {
    const { url } = await viewAsCustomer(shop.ctx, "42");
    const cookie = cookieOf((await ask(pathOf(url))).headers);

    for (const path of ["", "/purchases", "/statement"]) {
      expect((await ask(home(path), { cookie })).html).toContain("you are looking at the page of Ada");
    }
  });
});

describe("a guest", () => {
  it("sees what an account would bring, and how to sign in", async () => {
    const { html } = await ask(home());

    expect(html).toContain("7 credits a day, Chatbot");
    expect(html).toContain("100 credits a month, Chatbot");
    expect(html).toContain("Only with prepaid credits, Image generator");
    expect(html).toContain("Mail me a sign-in link");
    expect(html).not.toContain("Small pack");
  });

  it("finds no page where there is no shop", async () => {
    for (const path of [
      "/usage/no-such-shop",
      "/usage/%00",
      "/usage/x/y/z",
      "/usage/no-such-shop/enter?link=x",
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
    expect((await ask("/usage")).html).toContain("Every shop has a page of its own");
    const onward = await ask("/usage", { cookie: await signIn(shop, "42") });
    expect([onward.status, onward.headers.get("location")]).toEqual([303, home()]);
  });
});

describe("frames", () => {
  it("are allowed on the merchant's sites, and talk to those alone", async () => {
    await patchPortalSettings(shop.ctx, { origins: ["https://shop.example.com/some/page"] });
    const policy = (await ask(home())).headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'self' https://shop.example.com");

    const allowed = await ask(home("?host=https://shop.example.com"), { frame: true });
    const refused = await ask(home("?host=https://evil.example"), { frame: true });
    expect(allowed.html).toContain('data-host="https://shop.example.com"');
    expect(refused.html).not.toContain("data-host");
    await patchPortalSettings(shop.ctx, { origins: [] });
  });
});
