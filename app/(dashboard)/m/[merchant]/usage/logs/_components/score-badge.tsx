import { type ScoreBand, scoreBand, scorePercent } from "@/lib/logs/core";
import { BAND_WORDS } from "./words";

const LEVELS: Record<ScoreBand, number> = { poor: 1, weak: 2, useful: 3, strong: 4 };

/** How well the context matched the question: percent, and its band as bars, so that no hue has to tell it. */
export function ScoreBadge({ score }: { score: number }) {
  const band = scoreBand(score);
  const { name, range } = BAND_WORDS[band];
  return (
    <span className="tg-score" data-band={band} data-tip={`${name} (${range})`}>
      <span className="tg-score-bars" role="img" aria-label={name}>
        {[1, 2, 3, 4].map((level) => (
          <span key={level} data-on={level <= LEVELS[band] || undefined} />
        ))}
      </span>
      {scorePercent(score)}%
    </span>
  );
}
