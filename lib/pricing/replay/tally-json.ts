import { z } from "zod";
import { emptyTally, type ModelSums, type ReplaySums, type Tally } from "../core/replay";

const sum = z.string().transform(BigInt);
const sums = {
  requests: sum,
  charged: sum,
  now: sum,
  draft: sum,
  unpricedNow: sum,
  unpricedDraft: sum,
};
const name = z.string().nullable();

/** Where a replay stands, as its task keeps it: after which entry, and what came together so far. */
const placeShape = z.object({
  after: z.string(),
  total: z.object(sums),
  models: z.array(z.object({ module: name, operation: z.string(), provider: name, model: name, ...sums })),
});

/** The place after an entry, as plain JSON: sums are digits. */
export function placeJson(after: string, { total, models }: Tally) {
  return { after, total: sumsJson(total), models: [...models.values()].map(modelJson) };
}

/** The place of a task's JSON; null before the first step. */
export function readPlace(place: unknown): { after: string | null; tally: Tally } {
  const parsed = placeShape.safeParse(place);
  if (!parsed.success) return { after: null, tally: emptyTally() };
  const { after, total, models } = parsed.data;
  return { after, tally: { total, models: new Map(models.map((each) => [keyOf(each), each])) } };
}

/** The same key as `replay` makes. */
function keyOf({ module, operation, provider, model }: ModelSums): string {
  return JSON.stringify([module, operation, provider, model]);
}

function modelJson({ module, operation, provider, model, ...rest }: ModelSums) {
  return { module, operation, provider, model, ...sumsJson(rest) };
}

function sumsJson(given: ReplaySums) {
  return {
    requests: given.requests.toString(),
    charged: given.charged.toString(),
    now: given.now.toString(),
    draft: given.draft.toString(),
    unpricedNow: given.unpricedNow.toString(),
    unpricedDraft: given.unpricedDraft.toString(),
  };
}
