import { z } from "zod";
import { nonNegativeAmountField, word } from "@/lib/kernel/fields";

export { NEED_CODES, SETUP_STEPS } from "./overview/codes";

const ROLES_AT_MOST = 50;

/** Where a request runs; what is absent is nowhere in particular. */
const place = {
  module: word(100).optional(),
  bot: word().optional(),
  store: word().optional(),
};

/**
 * Whose limits to explain, where, and for how expensive a request: a customer, a guest (a session, or a first visit),
 * or a customer made up of roles. Texts, as they stand in an address.
 */
export const explainLimitsInput = z
  .strictObject({
    customer: word().optional(),
    /** "true": somebody without account. */
    guest: z.literal("true").optional(),
    /** A guest's session, to see what it used. */
    session: word().optional(),
    /** Roles of a customer that is made up, with commas between. */
    roles: z.string().max(2_000).optional(),
    cost: nonNegativeAmountField.optional(),
    ...place,
  })
  .superRefine(({ customer, guest, session, roles }, check) => {
    const asked = [customer, guest, roles].filter((each) => each !== undefined).length;
    if (asked !== 1) {
      check.addIssue({ code: "custom", path: ["customer"], message: "give a customer, a guest or roles" });
    }
    if (session !== undefined && guest === undefined) {
      check.addIssue({ code: "custom", path: ["session"], message: "only a guest has a session" });
    }
    if (roles !== undefined && roles.split(",").length > ROLES_AT_MOST) {
      check.addIssue({ code: "custom", path: ["roles"], message: `at most ${ROLES_AT_MOST} roles` });
    }
  });
export type ExplainLimitsInput = z.input<typeof explainLimitsInput>;

/** Whose troubles to look into, and where. Without a customer, what concerns everybody. */
export const runChecksInput = z.strictObject({ customer: word().optional(), module: place.module });
export type RunChecksInput = z.input<typeof runChecksInput>;
