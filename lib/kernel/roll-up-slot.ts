import { randomInt } from "node:crypto";

/** In how many rows the daily figures of one key are kept. */
const SLOTS = 32;

/**
 * The row of several that a writer adds its figures to. Drawn anew each time: two transactions that add to the same
 * day at once rarely meet. Reports add the rows up.
 */
export function rollUpSlot(): string {
  return randomInt(SLOTS).toString();
}
