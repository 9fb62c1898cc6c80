import { seeded, type Seeded, type Weighted } from "@/lib/server/traffic/seeded";
import { makeFill } from "../texts/template";
import { messagesOf } from "./messages";
import { MACHINE, type Persona, SHOPPERS, STAFF } from "./people";
import { type Crowd, drawPlace } from "./places";
import type { TokenCounts } from "./token-counts";
import { drawAmounts } from "./amounts";

/** One AI request of the month: what is asked of the gate, and what is reported after it ran. */
export type PlannedRequest = {
  readonly at: Date;
  readonly conversation: string;
  /** False where an old client reports without asking first. */
  readonly asksFirst: boolean;
  readonly authorize: object;
  readonly usage: object;
};

const DAYS = 30;
const DAY_MILLIS = 86_400_000;
const MINUTE_MILLIS = 60_000;
/** The youngest request is this old. */
const QUIET_MILLIS = 4 * MINUTE_MILLIS;

/** Conversations per day at the end of the month; it began with two thirds of it. */
const BUSIEST = 60;
const WEEKEND_SHARE = 0.7;
/** How many conversations fall into each hour of the day, UTC. */
const HOURS = [1, 1, 0, 0, 1, 2, 4, 6, 9, 10, 11, 10, 8, 8, 9, 9, 10, 11, 12, 11, 8, 6, 4, 2] as const;

const CROWDS: readonly [Weighted<Crowd>, ...Weighted<Crowd>[]] = [
  [18, "guest"],
  [58, "shopper"],
  [17, "staff"],
  [7, "machine"],
];

/** Plans 30 calendar days (UTC) of conversations, the day of `now` the last; the same instant and counts give the same plan. Sorted by time. */
export function planTraffic(now: Date, counts: readonly TokenCounts[]): PlannedRequest[] {
  const today = Math.floor(now.getTime() / DAY_MILLIS) * DAY_MILLIS;
  const requests: PlannedRequest[] = [];
  for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    const midnight = today - daysAgo * DAY_MILLIS;
    const random = seeded("demo day", daysAgo);
    for (let index = 0; index < conversationsOn(midnight, daysAgo); index += 1) {
      const startsAt = midnight + minuteOfDay(random) * MINUTE_MILLIS;
      requests.push(...planConversation({ name: `${DAYS - daysAgo}-${index}`, startsAt, counts }));
    }
  }
  return requests
    .filter(({ at }) => at.getTime() <= now.getTime() - QUIET_MILLIS)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function conversationsOn(midnight: number, daysAgo: number): number {
  const weekday = new Date(midnight).getUTCDay();
  const weekend = weekday === 0 || weekday === 6 ? WEEKEND_SHARE : 1;
  return Math.round(BUSIEST * weekend * (1 - daysAgo / (DAYS * 3)));
}

function minuteOfDay(random: Seeded): number {
  const [first = [1, 0], ...more] = HOURS.map((weight, hour): Weighted<number> => [weight, hour]);
  return random.weighted([first, ...more]) * 60 + random.between(0, 59);
}

type Conversation = { name: string; startsAt: number; counts: readonly TokenCounts[] };

function planConversation({ name, startsAt, counts }: Conversation): PlannedRequest[] {
  const random = seeded("demo conversation", name);
  const crowd = random.weighted(CROWDS);
  const who = drawWho(crowd, random);
  const { template, meter, searches, source, ...where } = drawPlace(crowd, random);
  const fill = makeFill(random);
  const turns = template.slice(0, random.between(1, template.length));
  let at = startsAt;
  return turns.map((turn, index) => {
    at += random.between(1, 4) * MINUTE_MILLIS + random.between(0, 59) * 1_000;
    const amounts = drawAmounts(meter, { random, counts, model: where.model, turn: index });
    const failed = random.chance(0.015);
    const identity = { id: `demo-${name}-${index + 1}`, ...who, ...where };
    return {
      at: new Date(at),
      conversation: name,
      asksFirst: !random.chance(0.12),
      authorize: { ...identity, estimate: amounts.estimate },
      usage: {
        ...identity,
        usage: failed ? amounts.failed : amounts.usage,
        evidence: failed
          ? "provider_partial"
          : random.weighted([
              [30, "provider_final"],
              [1, "estimated"],
            ]),
        conversation: {
          id: `demo-c-${name}`,
          source,
          messages: messagesOf(turn, {
            random,
            fill,
            at: new Date(at),
            model: where.model,
            searches,
            failed,
          }),
        },
      },
    };
  });
}

/** Guests return within a day: the same session, and often a network that others share. */
function drawWho(crowd: Crowd, random: Seeded): object {
  if (crowd === "guest") return drawGuest(random);
  const people: Record<Exclude<Crowd, "guest">, readonly Persona[]> = {
    shopper: SHOPPERS,
    staff: STAFF,
    machine: [MACHINE],
  };
  const [first = MACHINE, ...more] = people[crowd];
  const weighted = (each: Persona): Weighted<string> => [each.weight, each.id];
  return { customer: { id: random.weighted([weighted(first), ...more.map(weighted)]) } };
}

function drawGuest(random: Seeded): object {
  const number = random.between(1, 90);
  // A hostel whose guests share one address range, a mobile network, and homes of their own (RFC 5737, RFC 3849).
  const ip = random.weighted([
    [3, `203.0.113.${1 + (number % 60)}`],
    [2, `198.51.100.${1 + (number % 200)}`],
    [6, `2001:db8:${number.toString(16)}::1`],
  ]);
  return { guest: { session: `visitor-${number}`, ip } };
}
