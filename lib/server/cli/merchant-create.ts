import { z } from "zod";
import { hashPassword, OPERATOR } from "@/lib/auth";
import { newPasswordField } from "@/lib/auth/schemas";
import { createMerchant } from "@/lib/merchants";
import { createMerchantInput, emailField } from "@/lib/merchants/schemas";
import { defineCommand } from "./command";

const { name, slug, timeZone, currency } = createMerchantInput.shape;

/** Creates a merchant; a repeat fails because the slug is taken. */
export const merchantCreateCommand = defineCommand({
  name: "merchant:create",
  summary: "Create a merchant with its owner and first API key, which is shown once.",
  usage:
    "--name NAME --slug SLUG --owner-email EMAIL [--owner-password …] [--time-zone ZONE] [--currency CODE]",
  options: {
    name: { type: "string" },
    slug: { type: "string" },
    "owner-email": { type: "string" },
    "owner-name": { type: "string" },
    "owner-password": { type: "string" },
    "time-zone": { type: "string" },
    currency: { type: "string" },
  },
  input: z.object({
    positionals: z.tuple([], "merchant:create takes no arguments without a name."),
    name,
    slug,
    "owner-email": emailField,
    "owner-name": name.optional(),
    "owner-password": newPasswordField.optional(),
    "time-zone": timeZone,
    currency,
  }),
  async run(input) {
    const password = input["owner-password"];
    const made = await createMerchant(
      { actor: OPERATOR, now: new Date() },
      {
        name: input.name,
        slug: input.slug,
        timeZone: input["time-zone"],
        currency: input.currency,
        owner: {
          email: input["owner-email"],
          name: input["owner-name"],
          passwordHash: password === undefined ? null : await hashPassword(password),
        },
      },
    );
    const { merchantId, apiKey } = made;
    return {
      json: { merchantId, slug: made.slug, apiKey },
      text: `Created ${input.name} (${made.slug}), ${merchantId}.\nAPI key, shown only now: ${apiKey}`,
    };
  },
});
