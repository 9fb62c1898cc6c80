import { z } from "zod";
import { scoreBand, type ScoreBand } from "@/lib/logs/core";
import { ScoreBadge } from "./score-badge";
import { ScorePopover } from "./score-popover";
import { BAND_WORDS, SCORES } from "./words";

const scoresShape = z.array(
  z.object({
    provider: z.string(),
    source: z.string(),
    score: z.number(),
    preview: z.string().nullish(),
  }),
);

/** Which context an answer was given, and how well it matched: the best score in sight, all of them behind it. */
export function VectorScores({ scores }: { scores: unknown }) {
  const parsed = scoresShape.safeParse(scores);
  const found = parsed.success ? parsed.data.toSorted((a, b) => b.score - a.score) : [];
  const [best] = found;
  if (!best) return null;
  const band = scoreBand(best.score);
  return (
    <ScorePopover badge={<ScoreBadge score={best.score} />} count={found.length}>
      <div className="tg-scores">
        <p>
          <strong>{BAND_WORDS[band].name}.</strong> {BAND_WORDS[band].advice}
        </p>
        <ul>
          {found.map((each, index) => (
            <li key={index}>
              <div className="tg-scores-head">
                <ScoreBadge score={each.score} />
                <span dir="auto">{each.source}</span>
                <span className="tg-quiet">{each.provider}</span>
              </div>
              {each.preview ? (
                <p className="tg-text" dir="auto">
                  {each.preview}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
        <Bands current={band} />
        <p className="tg-quiet">{SCORES.whatToDo}</p>
      </div>
    </ScorePopover>
  );
}

const BANDS: readonly ScoreBand[] = ["strong", "useful", "weak", "poor"];

function Bands({ current }: { current: ScoreBand }) {
  return (
    <dl className="tg-scores-bands">
      {BANDS.map((band) => (
        <div key={band} aria-current={band === current ? "true" : undefined}>
          <dt>{BAND_WORDS[band].range}</dt>
          <dd>{BAND_WORDS[band].name}</dd>
        </div>
      ))}
    </dl>
  );
}
