/**
 * `missing`: nobody had told us of it · `behind`: more or less was booked than the shop says · `waiting`: for its buyer to
 * be known · `webhook_off`: the shop had stopped telling us.
 */
export const DIFFERENCE_KINDS = ["missing", "behind", "waiting", "webhook_off"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];
