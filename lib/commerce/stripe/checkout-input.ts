import { z } from "zod";
import { orAbsent, orElse, word } from "@/lib/kernel/fields";

const address = z
  .url({ protocol: /^https?$/, error: "must be a web address that begins with http:// or https://" })
  .max(2_000);

/** What is to be bought, by whom, and where they land afterwards. */
export const createCheckoutInput = z.strictObject({
  /** A package's id. */
  package: z.string().max(200),
  /** The merchant's own id of the customer. */
  customer: word(),
  quantity: orElse(
    z
      .number()
      .int("must be a whole number")
      .min(1, "must be at least 1")
      .max(10_000, "must be at most 10000"),
    1,
  ),
  successUrl: address,
  cancelUrl: address,
  /** Which Stripe account sells it; absent: the package's own, else the first that can. */
  connection: orAbsent(z.string().max(200)),
  /** The caller's key: the same again within a day is the same checkout. */
  id: orAbsent(word()),
});
export type CreateCheckoutInput = z.input<typeof createCheckoutInput>;
