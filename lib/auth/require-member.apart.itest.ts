import { beforeEach, describe, expect, it, vi } from "vitest";
import { permissionsOfRole } from "@/lib/access";
import { prisma } from "@/lib/db";
import { addMember, changeMemberRole, endSessions, removeMember } from "@/lib/merchants";
import { makeMerchant } from "@/lib/merchants/testing";
import { listMyMerchants, requireMember } from "./require-member";
import { currentPerson } from "./session";

/** Next and next-auth are the outer edge: what the cookie says, and where the browser is sent. */
const edge = vi.hoisted((): { session: unknown; headers: Headers } => ({
  session: null,
  headers: new Headers(),
}));
vi.mock("next-auth", () => ({
  default: () => ({ auth: async () => edge.session }),
  AuthError: class extends Error {},
  CredentialsSignin: class extends Error {},
}));
vi.mock("next-auth/providers/credentials", () => ({ default: () => ({}) }));
vi.mock("next-auth/providers/google", () => ({ default: () => ({}) }));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("next/headers", () => ({ headers: async () => edge.headers }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => Promise.reject(new Error(`redirect ${to}`)),
  notFound: () => Promise.reject(new Error("not found")),
}));

function signIn(userId: string, sessionVersion = 1) {
  edge.session = { userId, sessionVersion };
}

beforeEach(() => {
  edge.session = null;
  edge.headers = new Headers();
});

describe("requireMember", () => {
  it("knows the member, their role and their merchant", async () => {
    const { ownerId, ownerEmail, slug, merchantId } = await makeMerchant({ timeZone: "Europe/Berlin" });
    signIn(ownerId);

    const ctx = await requireMember(slug);

    expect(ctx).toEqual({
      merchantId,
      actor: { kind: "member", id: expect.any(String), label: "Olive Owner" },
      permissions: permissionsOfRole("owner"),
      storeId: null,
      now: expect.any(Date),
      role: "owner",
      person: { id: ownerId, email: ownerEmail, name: "Olive Owner" },
      merchant: {
        id: merchantId,
        slug,
        name: `Merchant ${slug}`,
        timeZone: "Europe/Berlin",
        weekStart: "monday",
        currency: "USD",
        deleteAt: null,
      },
    });
  });

  it("sends whoever is signed out to sign in, and back to where they wanted to go", async () => {
    await expect(requireMember("acme")).rejects.toThrow("redirect /sign-in?next=%2Fm%2Facme");

    edge.headers.set("x-tollgate-path", "/m/acme/usage/logs?_rsc=1a2b&model=gpt-4o");
    await expect(requireMember("acme")).rejects.toThrow(
      "redirect /sign-in?next=%2Fm%2Facme%2Fusage%2Flogs%3Fmodel%3Dgpt-4o",
    );
  });

  it("does not tell a merchant of others from one that does not exist", async () => {
    const { ownerId } = await makeMerchant();
    const other = await makeMerchant();
    signIn(ownerId);

    await expect(requireMember(other.slug)).rejects.toThrow("not found");
    await expect(requireMember("no-such-merchant")).rejects.toThrow("not found");
  });

  it("counts a changed role and a removed membership from the next request on", async () => {
    const { ctx, slug } = await makeMerchant();
    const { id, userId } = await addMember(ctx, {
      email: `${crypto.randomUUID()}@example.com`,
      role: "admin",
    });
    await prisma.user.update({ where: { id: userId }, data: { emailVerified: new Date() } });
    signIn(userId);
    expect((await requireMember(slug)).role).toBe("admin");

    await changeMemberRole(ctx, id, { role: "analyst" });
    expect((await requireMember(slug)).permissions).toEqual(permissionsOfRole("analyst"));

    await removeMember(ctx, id);
    await expect(requireMember(slug)).rejects.toThrow("not found");
  });

  it("ends every session of a person who signed out everywhere", async () => {
    const { ownerId, slug } = await makeMerchant();
    signIn(ownerId, 1);
    expect(await currentPerson()).toMatchObject({ id: ownerId });

    await endSessions(ownerId);

    expect(await currentPerson()).toBeNull();
    await expect(requireMember(slug)).rejects.toThrow("redirect /sign-in");
    await expect(listMyMerchants()).rejects.toThrow("redirect /sign-in?next=%2Fm");
    signIn(ownerId, 2);
    expect((await requireMember(slug)).role).toBe("owner");
  });

  it("takes no session that was not made here", async () => {
    for (const forged of [{ userId: "1", sessionVersion: 1 }, { user: { id: "x" } }, "owner", {}]) {
      edge.session = forged;
      await expect(requireMember("acme")).rejects.toThrow("redirect /sign-in");
    }
    signIn(crypto.randomUUID());
    await expect(requireMember("acme")).rejects.toThrow("redirect /sign-in");
  });
});

describe("listMyMerchants", () => {
  it("lists where a person is a member, by name, and nothing else", async () => {
    const [one, two, strange] = [await makeMerchant(), await makeMerchant(), await makeMerchant()];
    await addMember(two.ctx, { email: one.ownerEmail, role: "support" });
    signIn(one.ownerId);

    const mine = await listMyMerchants();

    const expected = [
      { slug: one.slug, name: `Merchant ${one.slug}`, role: "owner" },
      { slug: two.slug, name: `Merchant ${two.slug}`, role: "support" },
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(mine).toEqual(expected);
    expect(JSON.stringify(mine)).not.toContain(strange.slug);
  });
});
