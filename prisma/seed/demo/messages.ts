import type { Seeded } from "@/lib/server/traffic/seeded";
import type { Fill, Turn } from "../texts/template";
import { drawScores } from "./knowledge";

type Telling = {
  readonly random: Seeded;
  readonly fill: Fill;
  readonly at: Date;
  readonly model: string;
  readonly searches: boolean;
  readonly failed: boolean;
};

const FAILURES = [
  "The provider answered 529: overloaded. The answer broke off.",
  "The connection to the provider was lost after 30 s.",
  "The provider's safety filter stopped the answer.",
] as const;

/** The two messages of one turn: what was asked, and what came back, with payloads where they were saved. */
export function messagesOf(
  [question, answer]: Turn,
  { random, fill, at, model, searches, failed }: Telling,
): object[] {
  const answeredAt = new Date(at.getTime() + random.between(900, 9_000));
  const payloads = random.chance(0.35);
  const text = fill(answer);
  return [
    { role: "user", content: fill(question), at: at.toISOString() },
    {
      role: "assistant",
      content: failed ? `${text.slice(0, Math.floor(text.length / 4))} …` : text,
      at: answeredAt.toISOString(),
      ...(payloads && {
        request: { model, temperature: 0.4, max_tokens: 600, stream: true },
        response: {
          finish_reason: failed ? "error" : "stop",
          latency_ms: answeredAt.getTime() - at.getTime(),
        },
      }),
      ...(searches && random.chance(0.65) && { vectorScores: drawScores(random) }),
      ...(failed && { error: random.pick(FAILURES) }),
    },
  ];
}
