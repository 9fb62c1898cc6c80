import { creditsToString, micros, parseCredits, ZERO_MICROS, type Micros } from "@/lib/kernel/micros";
import type { ApiAnswer } from "./api-client";
import { LatencyHistogram, type LatencySummary } from "./latency-histogram";

/** Decimal strings of credits. */
type CreditSums = { cost: string; fromBalance: string; fromQuota: string; overdraft: string };

export type TallySummary = {
  rows: number;
  requests: number;
  retries: number;
  authorized: number;
  recorded: number;
  /** Usage that an earlier run, or an attempt whose answer was lost, had recorded: it charged nothing again. */
  replayed: number;
  late: number;
  unpriced: number;
  /** Rows refused by the gate, by code. */
  refused: Record<string, number>;
  /** Requests that ended otherwise: unexpected codes, or no answer at all. */
  failed: number;
  failures: Record<string, number>;
  /** Credits granted to customers who turned up, and not in an earlier run. */
  granted: string;
  /** What the recorded usage cost. */
  charged: CreditSums;
  /** What the replayed usage had cost when it was recorded. */
  chargedBefore: CreditSums;
  latency: { authorize: LatencySummary; usage: LatencySummary };
};

/** Codes by which the gate says no; the caller's request was right all the same. */
const REFUSALS = new Set(["insufficient_credits", "quota_exceeded", "access_disabled", "unpriced"]);

type Sums = { cost: Micros; fromBalance: Micros; fromQuota: Micros; overdraft: Micros };

/** Counts what came back of a replay. */
export class Tally {
  readonly #authorize = new LatencyHistogram();
  readonly #usage = new LatencyHistogram();
  readonly #refused = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #charged = noSums();
  readonly #chargedBefore = noSums();
  #granted = ZERO_MICROS;
  readonly #counts = {
    rows: 0,
    requests: 0,
    retries: 0,
    authorized: 0,
    recorded: 0,
    replayed: 0,
    late: 0,
    unpriced: 0,
    failed: 0,
  };

  get rows(): number {
    return this.#counts.rows;
  }

  get requests(): number {
    return this.#counts.requests;
  }

  row(): void {
    this.#counts.rows += 1;
  }

  /** Counts the answer to an authorize; true when the request may go on. */
  authorized(answer: ApiAnswer): boolean {
    this.#answered(answer, this.#authorize);
    if (answer.status < 300) {
      this.#counts.authorized += 1;
      return true;
    }
    const code = codeOf(answer);
    if (REFUSALS.has(code)) increment(this.#refused, code);
    else this.failed(code);
    return false;
  }

  /** Counts the answer to a grant of credits. */
  granted(answer: ApiAnswer, credits: string): void {
    this.#counts.requests += 1;
    this.#counts.retries += answer.retries;
    if (answer.status >= 300) this.failed(codeOf(answer));
    else if (answer.body["replayed"] !== true)
      this.#granted = micros(this.#granted + (parseCredits(credits) ?? 0n));
  }

  /** Counts the answer to usage. */
  recorded(answer: ApiAnswer): void {
    this.#answered(answer, this.#usage);
    if (answer.status >= 300) return this.failed(codeOf(answer));
    const replayed = answer.body["replayed"] === true;
    this.#counts[replayed ? "replayed" : "recorded"] += 1;
    if (answer.body["late"] === true) this.#counts.late += 1;
    if (answer.body["rule"] === null) this.#counts.unpriced += 1;
    add(replayed ? this.#chargedBefore : this.#charged, answer.body);
  }

  /** Counts a request that should not have ended as it did. */
  failed(reason: string): void {
    this.#counts.failed += 1;
    increment(this.#failures, reason);
  }

  summary(): TallySummary {
    return {
      ...this.#counts,
      refused: Object.fromEntries(this.#refused),
      failures: Object.fromEntries(this.#failures),
      granted: creditsToString(this.#granted),
      charged: inCredits(this.#charged),
      chargedBefore: inCredits(this.#chargedBefore),
      latency: { authorize: this.#authorize.summary(), usage: this.#usage.summary() },
    };
  }

  #answered(answer: ApiAnswer, latencies: LatencyHistogram): void {
    this.#counts.requests += 1;
    this.#counts.retries += answer.retries;
    latencies.record(answer.latency);
  }
}

function noSums(): Sums {
  return { cost: ZERO_MICROS, fromBalance: ZERO_MICROS, fromQuota: ZERO_MICROS, overdraft: ZERO_MICROS };
}

const SUMMED = ["cost", "fromBalance", "fromQuota", "overdraft"] as const;

function add(sums: Sums, body: ApiAnswer["body"]): void {
  for (const name of SUMMED) {
    const amount = body[name];
    if (typeof amount === "string") sums[name] = micros(sums[name] + (parseCredits(amount) ?? 0n));
  }
}

function inCredits(sums: Sums): CreditSums {
  return {
    cost: creditsToString(sums.cost),
    fromBalance: creditsToString(sums.fromBalance),
    fromQuota: creditsToString(sums.fromQuota),
    overdraft: creditsToString(sums.overdraft),
  };
}

function codeOf(answer: ApiAnswer): string {
  const code = answer.body["code"];
  return typeof code === "string" ? code : `http ${answer.status}`;
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
