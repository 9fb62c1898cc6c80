import { connect, type Socket } from "node:net";
import { LatencyHistogram, type LatencySummary } from "../../traffic/latency-histogram";
import { requestMaker, requestsPerUnit, type LoadSpec } from "./kinds";
import { pageRequest, postRequest, ResponseReader } from "./wire";

export type LoadResult = {
  kind: LoadSpec["kind"];
  /** Units (requests, pairs or events) answered well per second of the counted time. */
  perSecond: number;
  units: number;
  seconds: number;
  /** Answers other than 2xx, and batches with a rejected event. */
  failures: number;
  firstFailure: string | null;
  statuses: Record<string, number>;
  /** Per request, in milliseconds. With a rate: from the moment the request was due. */
  latency: LatencySummary;
};

type Due = { unit: number; step: number; dueAt: number };
type Answer = { due: Due; status: number; body: Buffer };

/** Sends the load that `spec` describes from this process and reports what came back. */
export async function runLoad(spec: LoadSpec): Promise<LoadResult> {
  const run = new LoadRun(spec);
  await run.finished;
  return run.result();
}

class LoadRun {
  readonly finished: Promise<void>;
  readonly #spec: LoadSpec;
  readonly #make: ReturnType<typeof requestMaker>;
  readonly #latency = new LatencyHistogram();
  readonly #statuses = new Map<number, number>();
  readonly #countFrom: number;
  readonly #endAt: number;
  readonly #idle: Connection[] = [];
  readonly #waiting: Due[] = [];
  #resolve: () => void = () => {};
  #reject: (error: Error) => void = () => {};
  #open: number;
  #nextUnit = 0;
  #units = 0;
  #failures = 0;
  #firstFailure: string | null = null;
  #lastAnswerAt = 0;

  constructor(spec: LoadSpec) {
    this.#spec = spec;
    this.#make = requestMaker(spec);
    this.#open = spec.connections;
    this.#countFrom = performance.now() + spec.warmup * 1_000;
    this.#endAt = this.#countFrom + spec.seconds * 1_000;
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    for (let index = 0; index < spec.connections; index += 1) this.#connect();
    if (spec.rate !== null) this.#pace(spec.rate);
  }

  result(): LoadResult {
    const seconds = (Math.max(this.#lastAnswerAt, this.#endAt) - this.#countFrom) / 1_000;
    return {
      kind: this.#spec.kind,
      perSecond: this.#units / seconds,
      units: this.#units,
      seconds,
      failures: this.#failures,
      firstFailure: this.#firstFailure,
      statuses: Object.fromEntries(this.#statuses),
      latency: this.#latency.summary(),
    };
  }

  #connect(): void {
    const connection = new Connection(this.#spec, {
      ready: () => this.#free(connection),
      answered: (answer) => this.#answered(connection, answer),
      broken: (error) => this.#reject(error),
    });
  }

  /** Gives an idle connection its next request, parks it, or, once time is up, closes it. */
  #free(connection: Connection): void {
    const now = performance.now();
    if (now >= this.#endAt) return this.#close(connection);
    const due = this.#spec.rate === null ? this.#nextDue(now) : this.#waiting.shift();
    if (due) this.#send(connection, due);
    else this.#idle.push(connection);
  }

  #nextDue(now: number): Due {
    const unit = this.#nextUnit;
    this.#nextUnit += 1;
    return { unit, step: 0, dueAt: now };
  }

  #send(connection: Connection, due: Due): void {
    const { path, body } = this.#make(due.unit, due.step);
    connection.send(due, path, body);
  }

  #answered(connection: Connection, { due, status, body }: Answer): void {
    const now = performance.now();
    const counts = now >= this.#countFrom && due.dueAt < this.#endAt;
    const failed = status >= 300 || (this.#spec.kind === "batch" && body.includes('"rejected"'));
    if (counts) this.#count({ status, failed, latency: now - due.dueAt, last: this.#isLast(due) }, body);
    if (counts) this.#lastAnswerAt = now;
    if (!this.#isLast(due) && !failed)
      this.#send(connection, { unit: due.unit, step: due.step + 1, dueAt: now });
    else this.#free(connection);
  }

  #isLast(due: Due): boolean {
    return due.step + 1 === requestsPerUnit(this.#spec.kind);
  }

  #count(answer: { status: number; failed: boolean; latency: number; last: boolean }, body: Buffer): void {
    this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1);
    this.#latency.record(answer.latency);
    if (answer.failed) {
      this.#failures += 1;
      this.#firstFailure ??= `${answer.status} ${body.toString("utf8", 0, 500)}`;
    } else if (answer.last) {
      this.#units += this.#spec.kind === "batch" ? this.#spec.events : 1;
    }
  }

  /** Lets requests fall due at an even rate, in steps of about a millisecond, however slow the answers are. */
  #pace(rate: number): void {
    const startedAt = performance.now();
    let started = 0;
    const tick = () => {
      const now = performance.now();
      if (now >= this.#endAt) return this.#closeIdle();
      const wanted = Math.floor(((now - startedAt) / 1_000) * rate);
      for (; started < wanted; started += 1) {
        const due = this.#nextDue(now);
        const connection = this.#idle.pop();
        if (connection) this.#send(connection, due);
        else this.#waiting.push(due);
      }
      setTimeout(tick, 1);
    };
    tick();
  }

  #closeIdle(): void {
    for (const connection of this.#idle.splice(0)) this.#close(connection);
  }

  #close(connection: Connection): void {
    connection.close();
    this.#open -= 1;
    if (this.#open === 0) this.#resolve();
  }
}

type ConnectionEvents = {
  ready: () => void;
  answered: (answer: Answer) => void;
  broken: (error: Error) => void;
};

/** One keep-alive connection with at most one request in flight. */
class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  readonly #key: string;
  readonly #cookie: string;
  #due: Due | null = null;
  #closing = false;

  constructor(spec: LoadSpec, events: ConnectionEvents) {
    const url = new URL(spec.url);
    this.#host = url.host;
    this.#key = spec.key;
    this.#cookie = spec.cookie;
    const reader = new ResponseReader((status, body) => {
      const due = this.#due;
      this.#due = null;
      if (due) events.answered({ due, status, body });
    });
    this.#socket = connect({ host: url.hostname, port: Number(url.port || 80), noDelay: true });
    this.#socket.on("connect", events.ready);
    this.#socket.on("data", (chunk) => reader.push(chunk));
    this.#socket.on("error", events.broken);
    this.#socket.on("close", () => {
      if (!this.#closing)
        events.broken(new Error("The server closed a connection in the middle of the load."));
    });
  }

  send(due: Due, path: string, body: string | null): void {
    this.#due = due;
    const target = { host: this.#host, path, key: this.#key, cookie: this.#cookie };
    this.#socket.write(body === null ? pageRequest(target) : postRequest(target, body));
  }

  close(): void {
    this.#closing = true;
    this.#socket.end();
  }
}
