/** The requests a load run sends: what the benchmark measures, one name each. */
export const LOAD_KINDS = ["usage", "hot", "authorize", "pairs", "batch", "bare", "page"] as const;
export type LoadKind = (typeof LOAD_KINDS)[number];

export type LoadSpec = {
  kind: LoadKind;
  url: string;
  key: string;
  connections: number;
  seconds: number;
  /** Seconds at the start that do not count. */
  warmup: number;
  /** Customers `w-0` … `w-<wallets − 1>`, each as likely. */
  wallets: number;
  /** Requests per second to start, whether or not earlier ones were answered; null: as fast as answers come. */
  rate: number | null;
  /** Events per request of kind `batch`. */
  events: number;
  /** Whether usage carries a question and its answer. */
  conversation: boolean;
  /** Makes the ids of this run unlike those of any other. */
  prefix: string;
  /** Where kind `bare` posts to, and what kind `page` gets. */
  path: string;
  /** What a browser that looks at a `page` sends as its cookie; "" when it has none. */
  cookie: string;
};

/** A null body is a GET. */
export type LoadRequest = { path: string; body: string | null };

const API = "/api/v1";
const IDENTITY = `"module":"chatbot","operation":"chat","provider":"openai","model":"gpt-4o"`;
const USAGE = `"usage":{"inputTokens":812,"outputTokens":274}`;
const ESTIMATE = `"estimate":{"inputTokens":800,"outputTokens":300}`;
const QUESTION = "Where is my parcel? It should have been here on Tuesday.";
const ANSWER = "It left our warehouse this morning and reaches you tomorrow before noon. Sorry for the wait!";

/** The customer whose wallet everybody uses at once (`seed bench`). */
const HOT_CUSTOMER = "w-hot";

/** How many requests make one unit of the figure a kind is known by: a pair is two requests. */
export function requestsPerUnit(kind: LoadKind): number {
  return kind === "pairs" ? 2 : 1;
}

/** Returns the maker of a connection's next request. `number` is unique per unit over the whole run. */
export function requestMaker(spec: LoadSpec): (unit: number, step: number) => LoadRequest {
  const customer = () =>
    spec.kind === "hot" ? HOT_CUSTOMER : `w-${Math.floor(Math.random() * spec.wallets)}`;
  const usage = (id: string, who: string) => usageBody(spec, id, who);
  switch (spec.kind) {
    case "usage":
    case "hot":
      return (unit) => ({ path: `${API}/usage`, body: usage(`${spec.prefix}-${unit}`, customer()) });
    case "bare":
      return (unit) => ({ path: spec.path, body: usage(`${spec.prefix}-${unit}`, customer()) });
    case "page":
      return () => ({ path: spec.path, body: null });
    case "authorize":
      return (unit) => ({
        path: `${API}/authorize`,
        body: authorizeBody(`${spec.prefix}-${unit}`, customer()),
      });
    case "pairs":
      return (unit, step) => {
        const who = `w-${(unit * 7_919) % spec.wallets}`;
        const id = `${spec.prefix}-${unit}`;
        if (step === 0) return { path: `${API}/authorize`, body: authorizeBody(id, who) };
        return { path: `${API}/usage`, body: usage(id, who) };
      };
    case "batch":
      return (unit) => {
        const events = Array.from({ length: spec.events }, (_, index) =>
          usage(`${spec.prefix}-${unit}-${index}`, customer()),
        );
        return { path: `${API}/usage/batch`, body: `{"events":[${events.join(",")}]}` };
      };
  }
}

function authorizeBody(id: string, customer: string): string {
  return `{"id":"${id}","customer":"${customer}",${IDENTITY},${ESTIMATE}}`;
}

function usageBody(spec: LoadSpec, id: string, customer: string): string {
  const conversation = spec.conversation
    ? `,"conversation":{"id":"c-${id}","source":"widget","messages":[{"role":"user","content":"${QUESTION}"},{"role":"assistant","content":"${ANSWER}"}]}`
    : "";
  return `{"id":"${id}","customer":"${customer}",${IDENTITY},${USAGE}${conversation}}`;
}
