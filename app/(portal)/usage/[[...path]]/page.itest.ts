import { beforeAll, describe, expect, it } from "vitest";
import type { MadeMerchant } from "@/lib/merchants/testing";
import { patchPortalSettings } from "@/lib/portal";
import { addCredits, getBalance, takeVerification } from "@/lib/wallets";
import { ask, makeShop, signIn } from "./testing";

let shop: MadeMerchant;
beforeAll(async () => {
  shop = await makeShop();
});

const home = (query = "") => `/usage/${shop.slug}${query}`;

describe("the page", () => {
  it("shows the balance, what is held, lots, quotas, use, requests and purchases of its customer", async () => {
    const { total, held, available } = await getBalance(shop.ctx, "42");
    const { status, html } = await ask(home(), { cookie: await signIn(shop, "42") });

    expect(status).toBe(200);
    expect([total, held, available]).toEqual([516_000_000n, 3_000_000n, 513_000_000n]);
    expect(html).toContain('<strong data-figure="available">513</strong>');
    expect(html).toContain("516 credits in total.");
    expect(html).toContain("3 credits set aside for requests in progress");
    expect(html).toContain("16 of 20 left");
    expect(html).toContain("500 of 500 left");
    expect(html).toContain("0 of 100 credits used");
    expect(html).toContain("Only with prepaid credits");
    expect(html).toContain("4 credits in 2 requests");
    expect(html).toContain(
      "It used 1,100 tokens or pieces. Priced by the shop&#39;s rule for gpt-4o. 2 credits came from your balance.",
    );
    expect(html).toContain("Small pack");
    expect(html).toContain("Order 1041");
    expect(html).toContain("+500");
    expect(html).toMatch(/Starts again on <time datetime="[^"]+T00:00:00.000Z"/);
  });

  it("says when the balance was last proven against the ledger", async () => {
    const cookie = await signIn(shop, "42");
    expect((await ask(home(), { cookie })).html).not.toContain("every credit is accounted for");

    await takeVerification(shop.ctx);

    expect((await ask(home(), { cookie })).html).toContain("every credit is accounted for");
  });

  it("is another customer's for another customer, and shows nobody's names as markup", async () => {
    const mine = await ask(home(), { cookie: await signIn(shop, "42") });
    const theirs = await ask(home(), { cookie: await signIn(shop, "43") });

    expect(mine.html).toContain("Ada &lt;b&gt;Reader&lt;/b&gt;");
    expect(mine.html).not.toContain("<b>Reader");
    expect(theirs.html).toContain('<strong data-figure="available">7</strong>');
    expect(theirs.html).toContain("Your credits are non-expiring");
    expect(theirs.html).not.toContain("Small pack");
  });

  it("runs nothing but its own script, is kept by no cache, and tells no address", async () => {
    const { headers, html } = await ask(home(), { cookie: await signIn(shop, "42") });

    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
    expect(html.length).toBeLessThan(40_000);
  });

  it("opens with the section that a link asks for, and marks the limit that was reached", async () => {
    const cookie = await signIn(shop, "42");
    const first = (html: string) => /<section id="(\w+)"/.exec(html)?.[1];

    expect(first((await ask(home(), { cookie })).html)).toBe("balance");
    expect(first((await ask(home("?section=purchases"), { cookie })).html)).toBe("purchases");
    const { html } = await ask(home("?section=usage&scope=ai_forms"), { cookie });
    expect(first(html)).toBe("usage");
    expect(html).toMatch(/<li class="asked"><div class="row"><h3>AI forms/);
  });

  it("writes times and figures in the zone and language that are asked for", async () => {
    const cookie = await signIn(shop, "42");
    const tokyo = await ask(home("?tz=Asia/Tokyo"), { cookie });
    expect(tokyo.html).toContain("Times are in Asia/Tokyo.");
    expect(tokyo.html).toContain("at 09:00");
    expect((await ask(home("?tz=Nowhere/At_all"), { cookie })).html).toContain("Times are in UTC.");

    const german = await ask(home("?lang=de"), { cookie });
    expect(german.html).toContain("für laufende Anfragen zurückgelegt");
    expect((await ask(home(), { cookie, headers: { "accept-language": "fr, de-AT;q=0.8" } })).html).toContain(
      'lang="de"',
    );
  });
});

describe("the nine options", () => {
  const SHOP = "https://shop.example.com";
  const seen = async (query: string) => (await ask(home(query), { cookie: await signIn(shop, "42") })).html;

  it.each([
    ["chatbot", "<h3>Chatbot"],
    ["aiforms", "<h3>AI forms"],
    ["imagegenerator", "<h3>Image generator"],
    ["buycredits", "Buy credits"],
    ["purchasehistory", "Small pack"],
  ])("%s goes off by an address and by the setting, and on again", async (name, text) => {
    expect(await seen("")).toContain(text);
    expect(await seen(`?${name}=false`)).not.toContain(text);

    await patchPortalSettings(shop.ctx, { [name]: false });
    expect(await seen("")).not.toContain(text);
    expect(await seen(`?${name}=true`)).toContain(text);
    await patchPortalSettings(shop.ctx, { [name]: true });
  });

  it.each([
    {
      name: "title",
      usual: "Credits &amp; Usage",
      said: "My <i>title</i>",
      shown: "My &lt;i&gt;title&lt;/i&gt;",
    },
    { name: "intro", usual: "View your credits, purchases, and quotas.", said: "Hello", shown: "Hello" },
    { name: "buycreditslabel", usual: ">Buy credits<", said: "Top up", shown: ">Top up<" },
    {
      name: "buycreditsurl",
      usual: `${SHOP}/credits`,
      said: `${SHOP}/more?a=1&b=2`,
      shown: "more?a=1&amp;b=2",
    },
  ])("$name is said by an address and by the setting", async ({ name, usual, said, shown }) => {
    expect(await seen("")).toContain(usual);
    expect(await seen(`?${name}=${encodeURIComponent(said)}`)).toContain(shown);

    await patchPortalSettings(shop.ctx, { [name]: said });
    expect(await seen("")).toContain(shown);
    await patchPortalSettings(shop.ctx, { [name]: null });
    expect(await seen("")).toContain(usual);
  });

  it("hide a module's requests and use with it, and other modules by name", async () => {
    const html = await seen("?aiforms=false");
    expect(html).not.toContain("AI forms");
    // What it cost stays in the figures, so that they add up, without its name.
    expect(html).toContain("4 credits in 2 requests");
    expect(html).toContain("<span>Other</span>");
    const cookie = await signIn(shop, "42");
    for (const path of ["/statement", "/statement.csv"]) {
      const said = (await ask(home(path), { cookie })).html;
      const silent = (await ask(home(`${path}?aiforms=false`), { cookie })).html;
      expect(said).toMatch(/AI forms|ai_forms/);
      expect(silent).not.toMatch(/AI forms|ai_forms/);
      const lines = (text: string) => text.split(/<tr>|\r\n/).length;
      expect(lines(silent)).toBe(lines(said));
    }
    await patchPortalSettings(shop.ctx, { hiddenModules: ["chatbot_pro"] });
    expect(await seen("")).toContain("AI forms");
    await patchPortalSettings(shop.ctx, { hiddenModules: [] });
  });

  it("name the site of a button that the merchant does not know, and lead to no other kind of address", async () => {
    expect(await seen("?buycreditsurl=https://elsewhere.example/pay")).toContain(
      "Leads to elsewhere.example",
    );
    expect(await seen("?buycreditsurl=https://shop.example.com/pay")).not.toContain("Leads to");
    expect(await seen("?buycreditsurl=javascript:alert(1)")).not.toContain("javascript:");
  });
});

describe("a statement", () => {
  it("lists every entry of the month, on paper and as a file that a spreadsheet reads", async () => {
    const cookie = await signIn(shop, "42");
    await addCredits(shop.ctx, "42", {
      id: "evil",
      amount: "1",
      reason: '=HYPERLINK("https://evil.example")',
    });

    const { html } = await ask(home("/statement"), { cookie });
    const file = await ask(home("/statement.csv"), { cookie });

    expect(html).toContain("Credits bought");
    expect(html).toContain("+500");
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain(`${shop.slug}-statement-`);
    const lines = file.html.trim().split("\r\n");
    expect(lines).toHaveLength(1 + 5);
    expect(lines.filter((line) => line.includes(",-2,"))).toHaveLength(2);
    expect(file.html).toContain("'=HYPERLINK");
    const changes = lines
      .slice(1)
      .map((line) => Number(/,([^,]*),([^,]*),[^,]*,[^,]*$/.exec(line.replace(/"[^"]*("")*.*"/, ""))?.[1]));
    expect(changes.filter((change) => !Number.isNaN(change)).reduce((sum, change) => sum + change, 0)).toBe(
      517,
    );
    expect(
      (await ask(home("/statement.csv?month=2020-01"), { cookie })).html.trim().split("\r\n"),
    ).toHaveLength(1);
  });
});
