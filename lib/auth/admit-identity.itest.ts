import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { addMember, listMembers, removeMember } from "@/lib/merchants";
import { makeMerchant } from "@/lib/merchants/testing";
import { admitIdentity } from "./admit-identity";

const now = new Date("2026-11-20T12:00:00Z");
const identity = () => ({ provider: "oidc", providerAccountId: crypto.randomUUID() });

describe("admitIdentity", () => {
  it("admits a member by the address the provider vouches for, and knows the identity from then on", async () => {
    const { ownerEmail, ownerId } = await makeMerchant();
    const theirs = identity();

    expect(await admitIdentity(theirs, { email: ownerEmail.toUpperCase(), email_verified: true }, now)).toBe(
      ownerId,
    );
    const moved = { email: "another@example.com", email_verified: true };
    expect(await admitIdentity(theirs, moved, now)).toBe(ownerId);
    expect(await prisma.account.count({ where: { userId: ownerId } })).toBe(1);
  });

  it("admits nobody whose address is unknown or not vouched for, and creates nobody", async () => {
    const { ownerEmail, ownerId } = await makeMerchant();
    const stranger = `stranger-${crypto.randomUUID()}@example.com`;

    for (const profile of [
      { email: stranger, email_verified: true },
      { email: ownerEmail, email_verified: false },
      { email: ownerEmail },
      { email_verified: true },
      {},
      undefined,
    ]) {
      expect(await admitIdentity(identity(), profile, now)).toBeNull();
    }
    expect(await prisma.user.findUnique({ where: { email: stranger } })).toBeNull();
    expect(await prisma.account.count({ where: { userId: ownerId } })).toBe(0);
  });

  it("admits nobody who is no member any more", async () => {
    const { ctx } = await makeMerchant();
    const email = `${crypto.randomUUID()}@example.com`;
    const theirs = identity();
    const { id, userId } = await addMember(ctx, { email, role: "support" });
    expect(await admitIdentity(theirs, { email, email_verified: "true" }, now)).toBe(userId);

    await removeMember(ctx, id);

    expect(await admitIdentity(theirs, { email, email_verified: "true" }, now)).toBeNull();
  });

  it("drops a password that somebody set before the address was proved, and ends their sessions", async () => {
    const { ctx } = await makeMerchant();
    const email = `${crypto.randomUUID()}@example.com`;
    const { userId } = await addMember(ctx, { email, role: "support" });
    await prisma.user.update({ where: { id: userId }, data: { passwordHash: "$argon2id$squatter" } });

    await admitIdentity(identity(), { email, email_verified: true }, now);

    const person = await prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(person).toMatchObject({ passwordHash: null, emailVerified: now, sessionVersion: 2 });
    expect((await listMembers(ctx)).data[0]).toMatchObject({ email, invited: false });
  });

  it("leaves the password of a person alone whom the operator vouched for", async () => {
    const { ownerEmail, ownerId } = await makeMerchant({ passwordHash: "$argon2id$owner" });

    await admitIdentity(identity(), { email: ownerEmail, email_verified: true }, now);

    const person = await prisma.user.findUniqueOrThrow({ where: { id: ownerId } });
    expect(person).toMatchObject({ passwordHash: "$argon2id$owner", sessionVersion: 1 });
  });
});
