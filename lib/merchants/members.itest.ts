import { describe, expect, it } from "vitest";
import { type Ctx, permissionsOfRole, type Role } from "@/lib/access";
import { listAudit } from "@/lib/audit";
import { prisma } from "@/lib/db";
import { addMember, changeMemberRole, getMember, listMembers, removeMember } from "@/lib/merchants";
import { makeMerchant } from "./testing";

const now = new Date("2026-11-20T10:00:00Z");
const someone = () => `${crypto.randomUUID()}@example.com`;
const as = (ctx: Ctx, role: Role): Ctx => ({ ...ctx, permissions: permissionsOfRole(role) });

async function ownerOf(ctx: Ctx) {
  const owner = (await listMembers(ctx)).data.find((member) => member.role === "owner");
  if (!owner) throw new Error("A merchant has an owner.");
  return owner;
}

describe("members", () => {
  it("are added with a role, change it and leave, and each step is on record", async () => {
    const { ctx } = await makeMerchant({ now });
    const email = someone();

    const added = await addMember(ctx, { email: email.toUpperCase(), name: "Ann", role: "support" });
    const changed = await changeMemberRole(ctx, added.id, { role: "analyst" });

    expect(added).toMatchObject({ email, name: "Ann", role: "support", invited: true, createdAt: now });
    expect(await getMember(ctx, added.id)).toEqual(changed);
    expect((await listMembers(ctx)).data.map((each) => each.role)).toEqual(["analyst", "owner"]);
    await removeMember(ctx, added.id);
    await expect(getMember(ctx, added.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeMember(ctx, added.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listAudit(ctx)).data.map((each) => each.action).slice(0, 3)).toEqual([
      "member.remove",
      "member.change_role",
      "member.add",
    ]);
  });

  it("are members once, and may be members elsewhere", async () => {
    const [one, two] = [await makeMerchant({ now }), await makeMerchant({ now })];
    const email = someone();
    const first = await addMember(one.ctx, { email, role: "admin" });

    const second = await addMember(two.ctx, { email, role: "analyst" });

    expect(second.userId).toBe(first.userId);
    await expect(addMember(one.ctx, { email, role: "analyst" })).rejects.toMatchObject({ code: "conflict" });
    await removeMember(one.ctx, first.id);
    expect(await getMember(two.ctx, second.id)).toMatchObject({ role: "analyst" });
  });

  it("are not taken over by somebody who only claimed their address", async () => {
    const { ctx } = await makeMerchant({ now });
    const email = someone();
    await prisma.user.create({ data: { id: crypto.randomUUID(), email, passwordHash: "$argon2id$claimed" } });

    await expect(addMember(ctx, { email, role: "admin" })).rejects.toMatchObject({ code: "conflict" });
    expect((await listMembers(ctx)).data).toHaveLength(1);
  });

  it("of another merchant are not there", async () => {
    const { ctx } = await makeMerchant({ now });
    const stranger = await makeMerchant({ now });
    const { id } = await addMember(ctx, { email: someone(), role: "support" });

    for (const act of [
      () => getMember(stranger.ctx, id),
      () => changeMemberRole(stranger.ctx, id, { role: "admin" }),
      () => removeMember(stranger.ctx, id),
      () => removeMember(ctx, "no-uuid"),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await getMember(ctx, id)).role).toBe("support");
  });
});

describe("nobody gives or takes a role above their own", () => {
  it("an admin manages everyone but owners", async () => {
    const { ctx } = await makeMerchant({ now });
    const admin = as(ctx, "admin");
    const owner = await ownerOf(ctx);
    const other = await addMember(admin, { email: someone(), role: "admin" });

    await expect(addMember(admin, { email: someone(), role: "owner" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(changeMemberRole(admin, other.id, { role: "owner" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(changeMemberRole(admin, owner.id, { role: "support" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(removeMember(admin, owner.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(admin, other.id)).resolves.toBeUndefined();
  });

  it.each(["analyst", "support"] as const)("a member with the role %s manages nobody", async (role) => {
    const { ctx } = await makeMerchant({ now });
    const { id } = await addMember(ctx, { email: someone(), role: "analyst" });
    const little = as(ctx, role);

    await expect(addMember(little, { email: someone(), role })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeMemberRole(little, id, { role })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(little, id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await listMembers(little)).data).toHaveLength(2);
  });
});

describe("the last owner", () => {
  it("stays, in that role", async () => {
    const { ctx } = await makeMerchant({ now });
    const owner = await ownerOf(ctx);

    await expect(removeMember(ctx, owner.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeMemberRole(ctx, owner.id, { role: "admin" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(changeMemberRole(ctx, owner.id, { role: "owner" })).resolves.toMatchObject({
      role: "owner",
    });

    await addMember(ctx, { email: someone(), role: "owner" });
    await expect(changeMemberRole(ctx, owner.id, { role: "admin" })).resolves.toMatchObject({
      role: "admin",
    });
  });

  it("is left also when all owners leave at the same time", async () => {
    const { ctx } = await makeMerchant({ now });
    for (let i = 0; i < 4; i += 1) await addMember(ctx, { email: someone(), role: "owner" });
    const owners = (await listMembers(ctx)).data;

    const leaving = await Promise.allSettled(owners.map(({ id }) => removeMember(ctx, id)));

    expect(leaving.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "conflict" } },
    ]);
    expect((await listMembers(ctx)).data).toHaveLength(1);
  });
});
