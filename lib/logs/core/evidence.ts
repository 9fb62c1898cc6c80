/** How the figures of a usage event are known, the strongest evidence first. */
export const EVIDENCE = ["provider_final", "provider_partial", "estimated", "manual"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** The weaker of two: what a conversation that holds both can claim. */
export function weaker(a: Evidence, b: Evidence): Evidence {
  return EVIDENCE.indexOf(a) > EVIDENCE.indexOf(b) ? a : b;
}
