import { z } from "zod";
import { Badge, InfoTip } from "@/components/ui";
import { type ScoreBand, scoreBand, scorePercent } from "@/lib/logs/schemas";

const scoresShape = z.array(
  z.object({
    provider: z.string(),
    source: z.string(),
    score: z.number(),
    preview: z.string().nullish(),
  }),
);

const BANDS: Record<ScoreBand, string> = {
  strong: "Strong",
  useful: "Usually useful",
  weak: "Weak: review the source",
  poor: "Poor: may be unrelated",
};

const MEANING =
  "How close the retrieved context was to the question: 85% and more is strong, 70–84% usually useful, 50–69% weak, " +
  "below 50% poor. It explains the retrieval and does not grade the answer. Useful content left out: lower the " +
  "threshold or raise the result limit. Unrelated content used: raise the threshold.";

/** Which context an answer was given, and how well it matched: the best score in sight, all of them behind it. */
export function VectorScores({ scores }: { scores: unknown }) {
  const parsed = scoresShape.safeParse(scores);
  const found = parsed.success ? parsed.data.toSorted((a, b) => b.score - a.score) : [];
  const [best] = found;
  if (!best) return null;
  return (
    <div className="tg-log-scores">
      <details>
        <summary>
          <Badge tone={toneOf(best.score)}>Score {scorePercent(best.score)}%</Badge>
          <span className="tg-quiet">{BANDS[scoreBand(best.score)]}</span>
        </summary>
        <ul>
          {found.map((each, index) => (
            <li key={index}>
              <div className="tg-log-score-head">
                <Badge tone={toneOf(each.score)}>{scorePercent(each.score)}%</Badge>
                <span>{each.source}</span>
                <span className="tg-quiet">
                  {each.provider} · {BANDS[scoreBand(each.score)]}
                </span>
              </div>
              {each.preview ? (
                <p className="tg-text" dir="auto">
                  {each.preview}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
      <InfoTip label="the score" text={MEANING} />
    </div>
  );
}

function toneOf(score: number): "neutral" | "refused" {
  return scoreBand(score) === "poor" ? "refused" : "neutral";
}
