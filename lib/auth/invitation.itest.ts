import { describe, expect, it } from "vitest";
import { permissionsOfRole, type Role } from "@/lib/access";
import { queuedMailsTo } from "@/lib/mail/testing";
import { addMember, findPersonByEmail, getMember, removeMember } from "@/lib/merchants";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { checkPassword } from "./check-password";
import { acceptInvitation, findInvited, inviteMember } from "./invitation";
import { invitePerson } from "./invite-person";

const noon = new Date("2026-11-20T12:00:00Z");
const days = (count: number) => new Date(noon.getTime() + count * 24 * 60 * 60 * 1_000);

async function invited(role: Role = "support") {
  const { ctx } = await makeMerchant({ now: noon });
  const email = `${crypto.randomUUID()}@example.com`;
  const member = await addMember(ctx, { email, role });
  const { url, expiresAt } = await inviteMember(ctx, member.id);
  return { ctx, email, member, token: new URL(url).searchParams.get("token") ?? "", expiresAt };
}

describe("an invitation", () => {
  it("lets the new member set a name and a password, once", async () => {
    const { email, token, expiresAt } = await invited();
    expect(expiresAt).toEqual(days(7));
    expect(await findInvited(token, days(6))).toMatchObject({ email });

    const accepted = await acceptInvitation({ token, name: "Ann", password: "a long password" }, days(6));

    expect(accepted).toBe(email);
    const from = { address: null, now: days(6) };
    expect(await checkPassword({ email, password: "a long password" }, from)).toMatchObject({ name: "Ann" });
    const again = acceptInvitation({ token, name: null, password: "another password" }, days(6));
    await expect(again).rejects.toMatchObject({ code: "not_found" });
    expect(await findInvited(token, days(6))).toBeNull();
  });

  it("is used up by one of two who use it at the same time", async () => {
    const { token } = await invited();
    const accept = (password: string) => acceptInvitation({ token, name: null, password }, noon);

    const results = await Promise.allSettled([accept("first password"), accept("second password")]);

    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is over after seven days", async () => {
    const { token } = await invited();
    expect(await findInvited(token, days(7))).toBeNull();
  });

  it("cannot be made up or changed", async () => {
    const { token } = await invited();
    const other = await invited();
    const [user, version, expiry, signature] = token.split(".");
    const [otherUser] = other.token.split(".");

    for (const forged of [
      "",
      "x",
      `${otherUser}.${version}.${expiry}.${signature}`,
      `${user}.${version}.${Number(expiry) + 1}.${signature}`,
      `${user}.${version}.${expiry}.${"A".repeat(43)}`,
      `${token}.`,
    ]) {
      expect(await findInvited(forged, noon)).toBeNull();
    }
  });

  it("refuses a short password and stays good", async () => {
    const { token } = await invited();
    const short = acceptInvitation({ token, name: null, password: "short" }, noon);
    await expect(short).rejects.toThrow(expect.objectContaining({ name: "ZodError" }));
    expect(await findInvited(token, noon)).not.toBeNull();
  });

  it("is not made for somebody who can sign in, or may do more, or belongs to another merchant", async () => {
    const { ctx, member } = await invited("owner");
    const stranger = await makeMerchant({ now: noon });
    const admin = { ...ctx, permissions: permissionsOfRole("admin") };
    const support = { ...ctx, permissions: permissionsOfRole("support") };

    await expect(inviteMember(admin, member.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(inviteMember(support, member.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(inviteMember(stranger.ctx, member.id)).rejects.toMatchObject({ code: "not_found" });
    const owner = await addMember(ctx, { email: stranger.ownerEmail, role: "support" });
    await expect(inviteMember(ctx, owner.id)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("inviting by mail", () => {
  const linkOf = (parts: readonly { kind: string; url?: string }[] = []) =>
    new URL(parts.find(({ kind }) => kind === "link")?.url ?? "").searchParams.get("token") ?? "";

  it("makes the member and mails the link, which proves the address", async () => {
    const { ctx } = await makeMerchant({ now: noon });
    const email = `${crypto.randomUUID()}@example.com`;

    const { invitation, memberId } = await invitePerson(ctx, { email, role: "analyst" });

    const [mail] = await queuedMailsTo(email);
    await acceptInvitation({ token: linkOf(mail?.parts), name: null, password: "a long password" }, days(1));
    const person = await findPersonByEmail({}, email);
    expect(person).toMatchObject({ emailVerified: days(1) });
    expect(await getMember(ctx, memberId)).toMatchObject({
      invited: false,
      invitationExpiresAt: invitation?.expiresAt,
    });
  });

  it("does not prove the address by a link that was handed over", async () => {
    const { email, token } = await invited();
    await acceptInvitation({ token, name: null, password: "a long password" }, days(1));
    expect(await findPersonByEmail({}, email)).toMatchObject({ emailVerified: null });
  });

  it("tells somebody who can sign in already where to go, and mails no link to a password", async () => {
    const { ctx } = await makeMerchant({ now: noon });
    const known = await makeMerchant({ now: noon });

    const { invitation } = await invitePerson(ctx, { email: known.ownerEmail, role: "analyst" });

    expect(invitation).toBeNull();
    const [mail] = await queuedMailsTo(known.ownerEmail);
    expect(JSON.stringify(mail)).not.toContain("/welcome");
  });

  it("sends nothing to somebody whom the actor may not let in", async () => {
    const { merchantId } = await makeMerchant({ now: noon });
    const email = `${crypto.randomUUID()}@example.com`;

    const attempt = invitePerson(makeCtx(merchantId, { role: "admin" }), { email, role: "owner" });

    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    expect(await queuedMailsTo(email)).toEqual([]);
  });

  it("ends the link with the membership", async () => {
    const { ctx, member, token } = await invited();
    await removeMember(ctx, member.id);
    expect(await findInvited(token, noon)).toBeNull();
  });
});
