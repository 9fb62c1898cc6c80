import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { createMerchant } from "@/lib/merchants";
import { makeMerchant, OPERATOR } from "./testing";

const now = new Date("2026-11-20T10:00:00Z");

describe("createMerchant", () => {
  it("makes a merchant with the built-in modules, an owner and a key that may do everything a key may", async () => {
    const { merchantId, apiKey, ownerEmail } = await makeMerchant({ now, timeZone: "Europe/Berlin" });

    const merchant = await prisma.merchant.findUniqueOrThrow({
      where: { id: merchantId },
      include: { modules: true, members: { include: { user: true } }, apiKeys: true, audit: true },
    });
    expect(merchant).toMatchObject({ timeZone: "Europe/Berlin", currency: "USD", weekStart: "monday" });
    expect(merchant.modules.map((each) => each.id).sort()).toEqual([
      "ai_forms",
      "assistant",
      "automation",
      "chatbot",
      "content_writer",
      "image_generator",
    ]);
    expect(merchant.members).toMatchObject([
      { role: "owner", user: { email: ownerEmail, emailVerified: now } },
    ]);
    expect(merchant.apiKeys).toMatchObject([{ scopes: ["*"], hint: apiKey.slice(-4), store: null }]);
    expect(merchant.audit).toMatchObject([{ action: "merchant.create", actor: OPERATOR, at: now }]);
  });

  it("keeps nothing from which the key could be read", async () => {
    const { merchantId, apiKey } = await makeMerchant();

    const [key] = await prisma.apiKey.findMany({ where: { merchantId } });
    const audit = await prisma.auditEvent.findMany({ where: { merchantId } });

    const secret = apiKey.slice(-43);
    expect(JSON.stringify([key, audit])).not.toContain(secret);
    expect(Buffer.from(key?.keyHash ?? []).toString()).not.toContain(secret);
  });

  it("refuses a slug that is taken and leaves nothing behind", async () => {
    const { slug } = await makeMerchant();
    const email = `second-${slug}@example.com`;

    const attempt = createMerchant({ actor: OPERATOR, now }, { name: "Second", slug, owner: { email } });

    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    expect(await prisma.user.findUnique({ where: { email } })).toBeNull();
  });

  it("makes a person of a second merchant an owner without touching their password", async () => {
    const first = await makeMerchant({ passwordHash: "$argon2id$first" });
    const slug = `${first.slug.slice(0, 50)}-2`;

    const second = await createMerchant(
      { actor: OPERATOR, now },
      {
        name: "Second",
        slug,
        owner: { email: first.ownerEmail.toUpperCase(), passwordHash: "$argon2id$second" },
      },
    );

    expect(second.ownerId).toBe(first.ownerId);
    const owner = await prisma.user.findUniqueOrThrow({ where: { id: first.ownerId } });
    expect(owner.passwordHash).toBe("$argon2id$first");
  });

  it("drops the password of a person whose address nobody had proved, and signs them out", async () => {
    const email = `squatter-${crypto.randomUUID()}@example.com`;
    const id = crypto.randomUUID();
    await prisma.user.create({ data: { id, email, passwordHash: "$argon2id$squatter" } });

    await createMerchant({ actor: OPERATOR, now }, { name: "Real", slug: `real-${id}`, owner: { email } });

    const person = await prisma.user.findUniqueOrThrow({ where: { id } });
    expect(person).toMatchObject({ passwordHash: null, emailVerified: now, sessionVersion: 2 });
  });

  it.each([
    { slug: "Upper" },
    { slug: "-x" },
    { slug: "" },
    { timeZone: "Mars/Olympus" },
    { currency: "EURO" },
    { name: "" },
    { owner: { email: "nobody" } },
    { owner: { email: "a@b.co", passwordHash: "plain text" } },
    { color: "red" },
  ])("refuses %j", async (wrong) => {
    const right = { name: "Right", slug: `right-${crypto.randomUUID()}`, owner: { email: "a@b.co" } };
    const attempt = createMerchant({ actor: OPERATOR, now }, { ...right, ...wrong });
    await expect(attempt).rejects.toThrow(expect.objectContaining({ name: "ZodError" }));
  });
});
