import { describe, expect, it } from "vitest";
import { putCustomer } from "@/lib/customers";
import { queuedMailsTo } from "@/lib/mail/testing";
import { makeMerchant } from "@/lib/merchants/testing";
import { enterWithLink, findVisit, mailSignInLink, patchPortalSettings } from "@/lib/portal";
import { linkIn, findPage } from "../testing";

const now = new Date("2026-11-21T10:00:00Z");

const portalOf = (of: { slug: string }, at = now) => findPage(of, at);

describe("a link by mail", () => {
  const words = {
    lang: "en",
    subject: (shop: string) => `Sign in to ${shop}`,
    lead: (shop: string) => `You asked to see your credits at ${shop}.`,
    button: (account: string | null) => account ?? "See my credits",
    note: "It is good for 15 minutes.",
  };
  const address = "203.0.113.9";

  it("reaches every account of the address, whatever its case, and signs in once", async () => {
    const made = await makeMerchant({ now });
    await putCustomer(made.ctx, "7", { email: "Two@Example.com", name: "Two" });
    await putCustomer(made.ctx, "8", { email: "two@example.com" });
    const portal = await portalOf(made);

    await mailSignInLink(portal, { email: "TWO@example.com", address }, words);

    const mails = [...(await queuedMailsTo("two@example.com")), ...(await queuedMailsTo("Two@Example.com"))];
    const links = mails[0]?.parts.flatMap((part) => (part.kind === "link" ? [part] : [])) ?? [];
    expect(mails).toHaveLength(1);
    expect(links.map(({ label }) => label).sort()).toEqual(["8", "Two (7)"]);
    for (const { url } of links) expect(new URL(url).pathname).toBe(`/usage/${made.slug}/sign-in`);
    const entry = await enterWithLink(portal, linkIn(links[0]?.url ?? ""), false);
    expect((await findVisit(portal, entry.ok ? entry.key : "", false))?.customer.externalId).toBe("8");
  });

  it("does nothing for an unknown address, a merchant who does not want it, and one who asks too often", async () => {
    const made = await makeMerchant({ now });
    await putCustomer(made.ctx, "9", { email: "nine@example.com" });
    const portal = await portalOf(made);
    const ask = (email: string) => mailSignInLink(portal, { email, address }, words);

    await ask("nobody-here@example.com");
    expect(await queuedMailsTo("nobody-here@example.com")).toEqual([]);

    for (let times = 0; times < 6; times += 1) await ask("nine@example.com");
    expect(await queuedMailsTo("nine@example.com")).toHaveLength(3);

    await patchPortalSettings(made.ctx, { emailSignIn: false });
    await putCustomer(made.ctx, "10", { email: "ten@example.com" });
    await mailSignInLink(await portalOf(made), { email: "ten@example.com", address }, words);
    expect(await queuedMailsTo("ten@example.com")).toEqual([]);
  });
});
