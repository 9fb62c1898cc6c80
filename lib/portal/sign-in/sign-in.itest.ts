import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { listAudit } from "@/lib/audit";
import { getCustomer } from "@/lib/customers";
import { type MadeMerchant, makeCtx, makeMerchant } from "@/lib/merchants/testing";
import {
  createPortalLink,
  endVisit,
  enterWithLink,
  enterWithToken,
  findVisit,
  rotatePortalSecret,
  viewAsCustomer,
} from "@/lib/portal";
import { tokenExample, type TokenLanguage } from "../core/token-examples";
import { linkIn, makeNeighbours, makeSigner, findPage, signToken } from "../testing";

const run = promisify(execFile);
const now = new Date("2026-11-21T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let ours: MadeMerchant;
let theirs: MadeMerchant;

beforeAll(async () => {
  ({ ours, theirs } = await makeNeighbours(now));
});

const portalOf = (of: { slug: string }, at = now) => findPage(of, at);

async function newLink(ctx: Ctx, externalId: string, input = {}) {
  return linkIn((await createPortalLink(ctx, externalId, input)).url);
}

describe("a sign-in link", () => {
  it("signs its customer in, once, of twenty who use it at once", async () => {
    const portal = await portalOf(ours);
    const link = await newLink(ours.ctx, "42");

    const entries = await Promise.all(Array.from({ length: 20 }, () => enterWithLink(portal, link, false)));

    const [entry, ...others] = entries.filter((each) => each.ok);
    expect(others).toEqual([]);
    expect(entries.filter((each) => !each.ok && each.fault === "used")).toHaveLength(19);
    const visit = await findVisit(portal, entry?.ok ? entry.key : null, false);
    expect(visit).toMatchObject({ customer: { externalId: "42", name: "Ada" }, viewer: null });
  });

  it("is over after ten minutes, or when it was asked to be", async () => {
    const link = await newLink(ours.ctx, "42");
    const short = await newLink(ours.ctx, "42", { expiresInSeconds: 30 });

    expect(await enterWithLink(await portalOf(ours, later(30)), short, false)).toEqual({
      ok: false,
      fault: "expired",
    });
    expect(await enterWithLink(await portalOf(ours, later(600)), link, false)).toEqual({
      ok: false,
      fault: "expired",
    });
    expect(await enterWithLink(await portalOf(ours, later(599)), link, false)).toMatchObject({ ok: true });
  });

  it("is unknown to another merchant, and so is what was made up", async () => {
    const link = await newLink(ours.ctx, "42");

    for (const made of [link, "A".repeat(43), "", "x".repeat(5_000), "é".repeat(43)]) {
      expect(await enterWithLink(await portalOf(theirs), made, false)).toEqual({
        ok: false,
        fault: "unknown",
      });
    }
    expect(await enterWithLink(await portalOf(ours), link, false)).toMatchObject({ ok: true });
  });

  it("is made for customers that exist, by who may change customers", async () => {
    await expect(createPortalLink(ours.ctx, "nobody")).rejects.toMatchObject({ code: "not_found" });
    const analyst = makeCtx(ours.merchantId, { role: "analyst", now });
    await expect(createPortalLink(analyst, "42")).rejects.toMatchObject({ code: "forbidden" });
    await expect(createPortalLink(ours.ctx, "42", { expiresInSeconds: 86_401 })).rejects.toThrow(
      "at most 86400",
    );
  });
});

describe("a session", () => {
  it("belongs to one merchant and one customer, and ends: by time and by leaving", async () => {
    const portal = await portalOf(ours);
    const entry = await enterWithLink(portal, await newLink(ours.ctx, "43"), false);
    const key = entry.ok ? entry.key : "";

    expect((await findVisit(portal, key, false))?.customer.externalId).toBe("43");
    expect(await findVisit(await portalOf(theirs), key, false)).toBeNull();
    expect(await findVisit(await portalOf(ours, later(12 * 3_600)), key, false)).toBeNull();
    expect(await findVisit(portal, `${key.slice(0, -1)}x`, false)).toBeNull();

    await endVisit(await portalOf(theirs), key);
    expect(await findVisit(portal, key, false)).not.toBeNull();
    await endVisit(portal, key);
    expect(await findVisit(portal, key, false)).toBeNull();
  });

  it("opened in a frame is good in a frame only, and the other way round", async () => {
    const portal = await portalOf(ours);
    for (const embedded of [true, false]) {
      const entry = await enterWithLink(portal, await newLink(ours.ctx, "42"), embedded);
      const key = entry.ok ? entry.key : "";
      expect(await findVisit(portal, key, embedded)).not.toBeNull();
      expect(await findVisit(portal, key, !embedded)).toBeNull();
    }
  });
});

describe("a member who looks at a customer's page", () => {
  it("is named on it, stays half an hour, and is written down", async () => {
    const { ctx } = ours;
    const portal = await portalOf(ours);
    const entry = await enterWithLink(portal, linkIn((await viewAsCustomer(ctx, "42")).url), false);
    const key = entry.ok ? entry.key : "";

    expect((await findVisit(portal, key, false))?.viewer).toEqual({
      id: ctx.actor.id,
      label: ctx.actor.label,
    });
    expect(await findVisit(await portalOf(ours, later(1_800)), key, false)).toBeNull();
    const { data } = await listAudit(ctx);
    expect(data.find(({ action }) => action === "customer.view_page")).toMatchObject({
      actor: { id: ctx.actor.id },
      entityId: "42",
    });
  });
});

describe("a signed token", () => {
  it("signs in, creates the customer it names, and with a jti counts once", async () => {
    const portal = await portalOf(ours);
    const { sign } = await makeSigner(ours.ctx);
    const token = sign({ sub: "new-1", email: "new@example.com", name: "New", roles: ["gold"], jti: "one" });

    const entry = await enterWithToken(portal, token, true);

    expect((await findVisit(portal, entry.ok ? entry.key : "", true))?.customer.externalId).toBe("new-1");
    expect(await getCustomer(ours.ctx, "new-1")).toMatchObject({ email: "new@example.com", roles: ["gold"] });
    expect(await enterWithToken(portal, token, true)).toEqual({ ok: false, fault: "used" });
    const again = sign({ sub: "new-1" });
    expect(await enterWithToken(portal, again, true)).toMatchObject({ ok: true });
    expect(await enterWithToken(portal, again, true)).toMatchObject({ ok: true });
    expect(await getCustomer(ours.ctx, "new-1")).toMatchObject({ name: "New", roles: ["gold"] });
  });

  it("is refused when it is forged, changed, unsigned, over, or another merchant's", async () => {
    const portal = await portalOf(ours);
    const { secret, sign } = await makeSigner(ours.ctx);
    const foreign = await makeSigner(theirs.ctx);
    const good = sign({ sub: "42" });
    const [header = "", payload = "", signature = ""] = good.split(".");
    const admin = Buffer.from(JSON.stringify({ sub: "43", exp: 9e9 })).toString("base64url");
    const none = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    const exp = now.getTime() / 1_000 + 300;

    const forged = [
      foreign.sign({ sub: "42" }),
      signToken("", { sub: "42", exp }),
      signToken("guess", { sub: "42", exp }),
      signToken(secret, { sub: "42", exp }, { alg: "none" }),
      signToken(secret, { sub: "42", exp }, { alg: "HS512" }),
      `${header}.${admin}.${signature}`,
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${good}.x`,
      `${header}.${payload}`,
      `${header}.${payload}.${signature}=`,
      `${header}.${payload}.${signature.slice(0, -2)}`,
      "a.b.c",
      "",
      `${good}${"x".repeat(5_000)}`,
    ];
    for (const token of forged) {
      expect(await enterWithToken(portal, token, false), token).toEqual({ ok: false, fault: "forged" });
    }
    expect(await enterWithToken(await portalOf(ours, later(300)), good, false)).toEqual({
      ok: false,
      fault: "expired",
    });
    const misled = sign({ sub: "42", aud: theirs.slug });
    expect(await enterWithToken(portal, misled, false)).toEqual({ ok: false, fault: "other_merchant" });
    expect(await enterWithToken(portal, good, false)).toMatchObject({ ok: true });
  });

  it("is refused after the secret was replaced, at once or when its time is over", async () => {
    const made = await makeMerchant({ now });
    const { sign } = await makeSigner(made.ctx);
    const token = sign({ sub: "42", exp: now.getTime() / 1_000 + 800 });

    await rotatePortalSecret(made.ctx, { keepOldForSeconds: 60 });
    expect(await enterWithToken(await portalOf(made, later(59)), token, false)).toMatchObject({ ok: true });
    expect(await enterWithToken(await portalOf(made, later(60)), token, false)).toEqual({
      ok: false,
      fault: "forged",
    });

    const next = await makeSigner(made.ctx);
    await rotatePortalSecret(made.ctx);
    expect(await enterWithToken(await portalOf(made), next.sign({ sub: "42" }), false)).toEqual({
      ok: false,
      fault: "forged",
    });
  });

  it.each<[TokenLanguage, string, string]>([
    ["node", process.execPath, "token.mjs"],
    ["python", "python3", "token.py"],
    ["php", "php", "token.php"],
  ])("is made by the example in %s", async (language, program, file) => {
    const made = await makeMerchant();
    const { secret } = await rotatePortalSecret(made.ctx);
    const folder = mkdtempSync(join(tmpdir(), "tollgate-token-"));
    writeFileSync(join(folder, file), tokenExample(language, made.slug));
    const env = { ...process.env, TOLLGATE_PORTAL_SECRET: secret };
    const ran = await run(program, [join(folder, file)], { env }).catch((error: unknown) => missing(error));
    rmSync(folder, { recursive: true });
    if (ran === null) return; // this machine does not have the language

    const entry = await enterWithToken(await portalOf(made, new Date()), ran.stdout.trim(), false);

    expect(entry).toMatchObject({ ok: true });
    expect(await getCustomer(made.ctx, "42")).toMatchObject({ email: "ada@example.com", name: "Ada" });
  });
});

function missing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
