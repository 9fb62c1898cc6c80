import { describe, expect, it, vi } from "vitest";
import { getSettings, patchSettings } from "@/lib/merchants";
import type { PatchSettingsInput } from "@/lib/merchants/schemas";
import { makeMerchant } from "@/lib/merchants/testing";
import { defineAction } from "./define-action";

/** Next and next-auth are the outer edge: what the cookie says, and how Next sends a browser elsewhere. */
const edge = vi.hoisted((): { session: unknown } => ({ session: null }));
class Elsewhere extends Error {}
vi.mock("next-auth", () => ({
  default: () => ({ auth: async () => edge.session }),
  AuthError: class extends Error {},
  CredentialsSignin: class extends Error {},
}));
vi.mock("next-auth/providers/credentials", () => ({ default: () => ({}) }));
vi.mock("next-auth/providers/google", () => ({ default: () => ({}) }));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => Promise.reject(new Elsewhere(to)),
  notFound: () => Promise.reject(new Elsewhere("not found")),
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Elsewhere) throw error;
  },
}));

const rename = defineAction((ctx, input: PatchSettingsInput) => patchSettings(ctx, input));

async function signedInOwner() {
  const made = await makeMerchant();
  edge.session = { userId: made.ownerId, sessionVersion: 1 };
  return made;
}

describe("defineAction", () => {
  it("runs the verb as the signed-in member and returns what it returns", async () => {
    const { ctx, slug } = await signedInOwner();

    const result = await rename(slug, { name: "Acme" });

    expect(result).toMatchObject({ ok: true, data: { name: "Acme" } });
    expect((await getSettings(ctx)).name).toBe("Acme");
  });

  it("returns what is wrong, field by field", async () => {
    const { slug } = await signedInOwner();
    const posted: object = { name: "", currency: "EURO", colour: "red" };

    expect(await rename(slug, posted)).toEqual({
      ok: false,
      error: {
        code: "invalid_input",
        message: "Some fields need attention.",
        fields: {
          name: "must not be empty",
          currency: 'must be an ISO 4217 code such as "EUR"',
          colour: "is not a known field",
        },
      },
    });
  });

  it("returns an expected failure with its words, and an unexpected one without", async () => {
    const { slug } = await signedInOwner();
    const other = await makeMerchant();
    const broken = defineAction(() => Promise.reject(new Error("the password is hunter2")));

    expect(await rename(slug, { slug: other.slug })).toEqual({
      ok: false,
      error: { code: "conflict", message: "Another merchant has this slug." },
    });
    expect(await broken(slug, {})).toEqual({
      ok: false,
      error: { code: "internal", message: "Something went wrong on our side." },
    });
  });

  it("sends strangers to sign in, and members of other merchants nowhere, and runs nothing", async () => {
    const { slug } = await makeMerchant();
    const run = vi.fn(async () => ({}));
    const action = defineAction(run);

    edge.session = null;
    await expect(action(slug, {})).rejects.toThrow("/sign-in?next=");
    await signedInOwner();
    await expect(action(slug, {})).rejects.toThrow("not found");
    expect(run).not.toHaveBeenCalled();
  });
});
