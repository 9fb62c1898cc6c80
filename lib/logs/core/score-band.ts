/** How useful retrieved context probably was. It explains the retrieval, it does not grade the answer. */
export type ScoreBand = "strong" | "useful" | "weak" | "poor";

/** 85% and more is strong, 70–84% usually useful, 50–69% weak, below 50% poor. `score` is 0 to 1. */
export function scoreBand(score: number): ScoreBand {
  const percent = scorePercent(score);
  if (percent >= 85) return "strong";
  if (percent >= 70) return "useful";
  return percent >= 50 ? "weak" : "poor";
}

/** The score in whole percent, cut and not rounded, so that the figure shown never contradicts its band. */
export function scorePercent(score: number): number {
  // Stored as `real`: 0.85 comes back a little off, which must not cost it its band.
  return Math.floor(score * 100 + 1e-4);
}
