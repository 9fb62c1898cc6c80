import { basename } from "node:path";
import { makeApiClient, type ApiClient } from "./api-client";
import { Conversations } from "./conversations";
import { makePace, Slots, type Speed } from "./pace";
import { planRow, type PlannedRow, type ReplayPlan } from "./plan-row";
import type { LedgerProof, ReplayReport } from "./report";
import { Tally } from "./tally";
import { readTexts } from "./texts";
import { readTrace, surveyTrace } from "./trace";

export type ReplayOptions = {
  readonly file: string;
  readonly textsFile: string | null;
  readonly url: string;
  readonly key: string;
  readonly customers: number;
  readonly speed: Speed;
  readonly concurrency: number;
  /** Credits that each customer is granted when they first turn up, as a decimal string; null: none. */
  readonly credits: string | null;
  /** How many rows to send; null: all. */
  readonly limit: number | null;
  /** Null: made from the content of the files, so that a repeat charges nothing twice. */
  readonly run: string | null;
};

export type ReplayHooks = {
  /** Called after each row; `total` is how many there will be. */
  readonly progress: (tally: Tally, total: number) => void;
  /** Aborted when the operator wants the report now. */
  readonly stop: AbortSignal;
  readonly prove: (client: ApiClient) => Promise<LedgerProof>;
};

/** How long a server may be away before a request counts as failed. */
const OUTAGE_SECONDS = 60;
const API = "/api/v1";

/**
 * Sends a trace through the HTTP API: each row is authorized and then recorded as usage. The server may be
 * killed and restarted in the middle: requests without an answer are sent again under the same id. Running the
 * same replay twice charges nothing twice. Throws when a file cannot be read.
 */
export async function runReplay(options: ReplayOptions, hooks: ReplayHooks): Promise<ReplayReport> {
  const { plan, total } = await prepareRun(options);
  const client = makeApiClient({
    url: options.url,
    key: options.key,
    connections: options.concurrency,
    outageSeconds: OUTAGE_SECONDS,
  });
  try {
    const tally = new Tally();
    const startedAt = performance.now();
    const lost = new AbortController();
    const stop = AbortSignal.any([hooks.stop, lost.signal]);
    await sendAll(options, { ...hooks, stop, lost, plan, total, client, tally, grants: new Map() });
    const seconds = (performance.now() - startedAt) / 1_000;
    return {
      run: plan.run,
      ...tally.summary(),
      seconds,
      requestsPerSecond: tally.requests / seconds,
      interrupted: stop.aborted,
      ...(await proofOf(() => hooks.prove(client))),
    };
  } finally {
    client.close();
  }
}

async function prepareRun(options: ReplayOptions): Promise<{ plan: ReplayPlan; total: number }> {
  const texts = options.textsFile === null ? [] : await readTexts(options.textsFile);
  const settings = [String(options.customers), String(texts.length), basename(options.textsFile ?? "")];
  const { rows, digest } = await surveyTrace(options.file, settings);
  const run = options.run ?? digest;
  const total = options.limit === null ? rows : Math.min(rows, options.limit);
  return { plan: { run, customers: options.customers, texts, conversations: new Conversations(run) }, total };
}

type Sending = ReplayHooks & {
  plan: ReplayPlan;
  total: number;
  client: ApiClient;
  tally: Tally;
  /** The grants on their way or made, by customer. */
  grants: Map<string, Promise<void>>;
  /** Aborted when the server stays away: the rest of the file would only wait in vain. */
  lost: AbortController;
};

async function sendAll(options: ReplayOptions, sending: Sending): Promise<void> {
  const slots = new Slots(options.concurrency);
  const due = makePace(options.speed);
  const turns = new Map<string, Promise<void>>();
  for await (const row of readTrace(options.file)) {
    if (row.number > sending.total || sending.stop.aborted) break;
    await due(row.at);
    const planned = planRow(sending.plan, row);
    await slots.start(() =>
      inTurn(turns, planned.conversation, () => sendRow(sending, planned, options.credits)),
    );
  }
  await slots.idle();
}

/** A person writes again only after the answer: turns of one conversation wait for one another. */
async function inTurn(
  turns: Map<string, Promise<void>>,
  name: string,
  task: () => Promise<void>,
): Promise<void> {
  const before = turns.get(name);
  const mine = before ? before.then(task) : task();
  turns.set(name, mine);
  await mine;
  if (turns.get(name) === mine) turns.delete(name);
}

/** Never rejects: what goes wrong is counted. */
async function sendRow(sending: Sending, planned: PlannedRow, credits: string | null): Promise<void> {
  const { client, tally } = sending;
  try {
    if (credits !== null && planned.customer !== null) await grantOnce(sending, planned.customer, credits);
    const allowed = tally.authorized(await client.post(`${API}/authorize`, planned.authorize));
    if (allowed) tally.recorded(await client.post(`${API}/usage`, planned.usage));
  } catch (error) {
    tally.failed(error instanceof Error ? error.message : "no answer");
    sending.lost.abort();
  }
  tally.row();
  sending.progress(tally, sending.total);
}

/** A customer's first rows wait for the same grant; its id makes a repeat of the run grant nothing again. */
function grantOnce(
  { client, tally, grants, plan }: Sending,
  customer: string,
  credits: string,
): Promise<void> {
  const known = grants.get(customer);
  if (known) return known;
  const grant = {
    id: `trace-${plan.run}-${customer}`,
    amount: credits,
    category: "paid",
    reason: `Replay ${plan.run}`,
  };
  const made = client
    .post(`${API}/customers/${encodeURIComponent(customer)}/credits`, grant)
    .then((answer) => tally.granted(answer, credits));
  grants.set(customer, made);
  return made;
}

async function proofOf(
  prove: () => Promise<LedgerProof>,
): Promise<Pick<ReplayReport, "proof" | "proofProblem">> {
  try {
    return { proof: await prove(), proofProblem: null };
  } catch (error) {
    return { proof: null, proofProblem: error instanceof Error ? error.message : String(error) };
  }
}
