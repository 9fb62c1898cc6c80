import { pickChannel, pickPerson, pickStore, type Channel, type Person } from "./cast";
import type { Conversations } from "./conversations";
import { seeded, type Seeded } from "./seeded";
import type { Exchange } from "./texts";
import type { TraceRow } from "./trace";

export type ReplayPlan = {
  /** Part of every id: the same run sends the same requests, another one new requests. */
  readonly run: string;
  readonly customers: number;
  readonly texts: readonly Exchange[];
  readonly conversations: Conversations;
};

/** What a row becomes: a body for `POST /authorize` and one for `POST /usage`. */
export type PlannedRow = {
  readonly id: string;
  /** Null for guests. */
  readonly customer: string | null;
  /** Turns of one conversation are sent one after the other. */
  readonly conversation: string;
  readonly authorize: object;
  readonly usage: object;
};

/** Plans one row from its number and the run alone, so that a repeat sends exactly the same requests. */
export function planRow(plan: ReplayPlan, row: TraceRow): PlannedRow {
  const { conversation, turn } = plan.conversations.turnOf(row.number);
  const place = seeded("place", plan.run, conversation);
  const random = seeded("row", plan.run, row.number);
  const id = `trace-${plan.run}-${row.number}`;
  const channel = pickChannel(place);
  const person = pickPerson(place, plan.customers);
  const store = pickStore(place);
  const { source, ...where } = channel;
  const identity = { id, ...where, store };
  return {
    id,
    customer: person.kind === "customer" ? person.id : null,
    conversation,
    authorize: {
      ...identity,
      ...identityOf(person, turn === 1),
      estimate: estimateOf(channel, row, random),
    },
    usage: {
      ...identity,
      ...identityOf(person, false),
      usage: usageOf(channel, row, { random, turn }),
      evidence: random.weighted([
        [97, "provider_final"],
        [2, "provider_partial"],
        [1, "estimated"],
      ]),
      conversation: {
        id: `trace-${plan.run}-${conversation}`,
        source,
        messages: messagesOf(plan, channel, { row, random }),
      },
      metadata: { trace: { run: plan.run, row: row.number } },
    },
  };
}

/** What is known of a customer is told with the first turn; after that the id is enough. */
function identityOf(person: Person, introduce: boolean): object {
  if (person.kind === "guest") return { guest: { session: person.session, ip: person.ip } };
  const { id, email, name, roles } = person;
  return { customer: introduce ? { id, email, name, roles } : id };
}

function isImage(channel: Channel): boolean {
  return channel.module === "image_generator";
}

/** Before the work only the context is known; the length of the answer is a guess, sometimes too short. */
function estimateOf(channel: Channel, row: TraceRow, random: Seeded): object {
  if (isImage(channel)) return { images: imagesOf(row) };
  const guess = Math.ceil((row.generatedTokens * (0.6 + random.next())) / 50) * 50;
  return { inputTokens: row.contextTokens, outputTokens: guess };
}

function imagesOf(row: TraceRow): number {
  return 1 + (row.generatedTokens % 4);
}

/** The trace's own counts. Parts of them are cached or reasoning where models do that; the sums stay. */
function usageOf(
  channel: Channel,
  row: TraceRow,
  { random, turn }: { random: Seeded; turn: number },
): object {
  if (isImage(channel)) return { images: imagesOf(row) };
  const cached =
    turn > 1 && random.chance(0.4) ? Math.floor(row.contextTokens * (0.3 + random.next() / 2)) : 0;
  const reasoning = channel.model === "o4-mini" ? Math.floor(row.generatedTokens * 0.6) : 0;
  return {
    inputTokens: row.contextTokens - cached,
    cachedInputTokens: cached,
    outputTokens: row.generatedTokens - reasoning,
    reasoningTokens: reasoning,
  };
}

function messagesOf(
  plan: ReplayPlan,
  channel: Channel,
  { row, random }: { row: TraceRow; random: Seeded },
): object[] {
  const { question, answer } = textOf(plan, row, random);
  const payloads = random.chance(0.2);
  return [
    { role: "user", content: question },
    {
      role: "assistant",
      content: answer,
      ...(payloads && {
        request: { model: channel.model, temperature: 0.3 },
        response: { finish_reason: "stop" },
      }),
      ...(channel.module === "chatbot" && random.chance(0.3) && { vectorScores: scoresOf(random) }),
      ...(random.chance(0.01) && {
        error: "The provider closed the connection before the answer was complete.",
      }),
    },
  ];
}

function textOf(plan: ReplayPlan, row: TraceRow, random: Seeded): { question: string; answer: string } {
  const exchange = plan.texts[random.between(0, Math.max(0, plan.texts.length - 1))];
  if (exchange) return { question: exchange.question, answer: random.pick(exchange.answers) };
  return {
    question: `Request ${row.number} of the trace, with a context of ${row.contextTokens} tokens.`,
    answer: `An answer of ${row.generatedTokens} tokens.`,
  };
}

function scoresOf(random: Seeded): object[] {
  return Array.from({ length: random.between(1, 3) }, (_, index) => ({
    provider: "pinecone",
    source: random.pick(["kb-main", "kb-returns", "kb-products"]),
    score: Math.round((0.95 - index * 0.12 - random.next() * 0.3) * 1_000) / 1_000,
    preview: `Passage ${random.between(1, 400)} of the knowledge base.`,
  }));
}
