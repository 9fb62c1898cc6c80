import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";
import { checkPassword } from "./check-password";
import { hashPassword } from "./passwords";

const noon = new Date("2026-11-20T12:00:00Z");
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const PASSWORD = "correct horse battery";

async function somebody() {
  const { ownerEmail, ownerId } = await makeMerchant({ passwordHash: await hashPassword(PASSWORD) });
  return { email: ownerEmail, id: ownerId };
}

/** Another network for each test: they share a database. */
let network = 0;
const address = () => `10.${(network += 1)}.0.9`;

const refused = { code: "unauthenticated", message: "The e-mail address and the password do not match." };

describe("checkPassword", () => {
  it("knows the person by e-mail address and password, however the address is written", async () => {
    const { email, id } = await somebody();

    const given = { email: `  ${email.toUpperCase()} `, password: PASSWORD };

    expect(await checkPassword(given, { address: address(), now: noon })).toMatchObject({ id, email });
  });

  it("says the same of a wrong password, an unknown address and nonsense", async () => {
    const { email } = await somebody();
    const from = { address: address(), now: noon };
    const nobody = `nobody-${crypto.randomUUID()}@example.com`;

    for (const given of [
      { email, password: "wrong" },
      { email, password: PASSWORD.toUpperCase() },
      { email, password: "" },
      { email, password: "x".repeat(10_000) },
      { email: nobody, password: PASSWORD },
      { email: "no address", password: PASSWORD },
      { email: { $ne: null }, password: PASSWORD },
      null,
    ]) {
      await expect(checkPassword(given, from)).rejects.toMatchObject(refused);
    }
  });

  it("lets nobody in who has no password", async () => {
    const { ownerEmail } = await makeMerchant();
    const attempt = checkPassword(
      { email: ownerEmail, password: PASSWORD },
      { address: address(), now: noon },
    );
    await expect(attempt).rejects.toMatchObject(refused);
  });
});

describe("after ten failures for an e-mail address", () => {
  it("not even the right password is looked at, until some time has passed", async () => {
    const { email } = await somebody();
    for (let i = 0; i < 10; i += 1) {
      const attempt = checkPassword({ email, password: `guess ${i}` }, { address: address(), now: noon });
      await expect(attempt).rejects.toMatchObject(refused);
    }

    const right = { email, password: PASSWORD };
    await expect(checkPassword(right, { address: address(), now: after(1) })).rejects.toMatchObject({
      code: "rate_limited",
      details: { retryAfterSeconds: expect.any(Number) },
    });
    await expect(checkPassword(right, { address: address(), now: after(30) })).resolves.toMatchObject({
      email,
    });
  });

  it("the wait that was named is enough", async () => {
    const { email } = await somebody();
    const from = (now: Date) => ({ address: address(), now });
    for (let i = 0; i < 10; i += 1)
      await checkPassword({ email, password: "no" }, from(noon)).catch(() => {});
    const refusal = await checkPassword({ email, password: PASSWORD }, from(after(3))).catch(
      (error) => error,
    );

    const seconds = refusal.details.retryAfterSeconds;

    const then = new Date(after(3).getTime() + seconds * 1_000);
    await expect(checkPassword({ email, password: PASSWORD }, from(then))).resolves.toMatchObject({ email });
  });

  it("also when they come all at once", async () => {
    const { email } = await somebody();

    const guesses = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) =>
        checkPassword({ email, password: `guess ${i}` }, { address: address(), now: noon }),
      ),
    );

    const codes = guesses.map((each) => (each.status === "rejected" ? each.reason.code : "in"));
    expect(codes.filter((code) => code === "unauthenticated").length).toBeLessThanOrEqual(10);
    expect(codes.filter((code) => code === "rate_limited").length).toBeGreaterThanOrEqual(20);
  });

  it("somebody else is not affected", async () => {
    const [victim, other] = [await somebody(), await somebody()];
    const from = { address: address(), now: noon };
    for (let i = 0; i < 11; i += 1) await checkPassword({ ...victim, password: "no" }, from).catch(() => {});

    await expect(checkPassword({ ...other, password: PASSWORD }, from)).resolves.toMatchObject(other);
  });

  it("a success in between forgets the failures before it", async () => {
    const { email } = await somebody();
    const from = { address: address(), now: noon };
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 9; i += 1) await checkPassword({ email, password: "no" }, from).catch(() => {});
      await expect(checkPassword({ email, password: PASSWORD }, from)).resolves.toMatchObject({ email });
    }
  });
});

describe("after fifty failures from a network", () => {
  it("nobody signs in from its addresses for a while, and people elsewhere do", async () => {
    const { email } = await somebody();
    network += 1;
    for (let i = 0; i < 50; i += 1) {
      const stranger = { email: `stranger-${i}-${network}@example.com`, password: "no" };
      await checkPassword(stranger, { address: `10.${network}.0.${i}`, now: noon }).catch(() => {});
    }

    const right = { email, password: PASSWORD };
    await expect(checkPassword(right, { address: `10.${network}.0.200`, now: noon })).rejects.toMatchObject({
      code: "rate_limited",
    });
    await expect(checkPassword(right, { address: address(), now: noon })).resolves.toMatchObject({ email });
  });
});

describe("what is kept of attempts", () => {
  it("is no address, and goes when it is of no use any more", async () => {
    const { email } = await somebody();
    await checkPassword({ email, password: "no" }, { address: "203.0.113.7", now: noon }).catch(() => {});
    const kept = await prisma.signInAttempt.findMany();

    expect(kept.length).toBeGreaterThan(0);
    for (const { key } of kept) expect(Buffer.from(key).toString()).not.toMatch(/@example|203\.0\.113/);

    await checkPassword({ email, password: PASSWORD }, { address: address(), now: after(60) });
    const old = await prisma.signInAttempt.count({ where: { windowStart: { lte: noon } } });
    expect(old).toBe(0);
  });
});
