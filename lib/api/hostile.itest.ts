import { beforeAll, describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { ENDPOINTS } from "./endpoints";
import * as examples from "./examples";
import { call } from "./testing";

/** What programs trip over: nothing, too much, the wrong kind, text that cannot be stored, instants out of range. */
const HOSTILE = [
  ...[
    null,
    -1,
    1e30,
    9007199254740993,
    [],
    {},
    "",
    " ",
    "x".repeat(20_000),
    "a\0b",
    "half \ud83d",
    "__proto__",
  ],
  ...[
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-14:00",
    "999999999999999999999",
    "::1%eth0",
    "https://[::1",
  ],
];

const EVERY_FIELD: Record<string, object> = {
  recordUsage: {
    ...examples.USAGE,
    customer: { id: "42", email: "ada@example.com", name: "Ada", roles: ["r"] },
    form: "f",
    metadata: { a: 1 },
    usage: { inputTokens: 1, outputTokens: 1, images: 1, videos: 1, seconds: 1.5 },
    conversation: {
      id: "c",
      source: "s",
      messages: [
        {
          ...{ role: "assistant", content: "x", at: "2026-11-20T10:00:00Z", error: "e" },
          ...{ request: { a: 1 }, response: { b: 1 } },
          vectorScores: [{ provider: "p", source: "s", score: 0.5, preview: "x", resultId: "r" }],
        },
      ],
    },
  },
  authorize: { ...examples.AUTHORIZE, customer: null, guest: { session: "s", ip: "203.0.113.9" } },
  addCredits: { ...examples.CREDITS, priority: 5, effectiveAt: null, expiresAt: "2999-01-01T00:00:00Z" },
  createQuota: {
    ...{ audience: "guest", role: null, module: "m", bot: "b", store: "s", limit: "5", networkLimit: "6" },
    ...{ period: "monthly", anchorDay: 1, anchorMonth: 1, timeZone: "UTC", message: "m", mode: "observe" },
    actions: [{ slot: "primary", type: "custom_url", label: "l", url: "https://x.example" }],
  },
  replayPricing: { range: "7d", draft: { ...examples.RULE, bot: "b", unitRate: "1" }, background: false },
  importPricingRules: { csv: "operation,method,unitRate\nchat,flat,1\n", dryRun: true, reason: "r" },
  createPricingRule: {
    ...examples.RULE,
    reason: "r",
    bot: "b",
    form: "f",
    cachedInputRate: "1",
    unitRate: "1",
    enabled: false,
  },
  createPackage: {
    ...examples.PACKAGE,
    ...{ category: "promotional", connection: "c", wooVariation: 7, stripePrice: "price_1", enabled: false },
    position: 3,
  },
  createPortalLink: { expiresInSeconds: 60, section: "usage" },
  updatePortalSettings: {
    ...{
      chatbot: false,
      hiddenModules: ["m"],
      title: "t",
      intro: "i",
      buycreditslabel: "b",
      accent: "#123456",
    },
    ...{ buycreditsurl: "https://x.example", language: "de", logoUrl: "https://x.example/l.png" },
    origins: ["https://x.example"],
  },
  updateSettings: { name: "n", timeZone: "UTC", quotaMessage: "m", dashboardUrl: "https://x.example" },
};

/** The value with each of its parts, at any depth, replaced by something hostile. */
function* mutations(value: unknown): Generator<unknown> {
  yield* HOSTILE;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const mutation of mutations(part)) {
      yield Array.isArray(value) ? value.with(Number(key), mutation) : { ...value, [key]: mutation };
    }
  }
}

let key: string;
beforeAll(async () => {
  key = (await makeMerchant()).apiKey;
});

const addressOf = (path: string, id: string) => path.replace(/\{\w+\}/, encodeURIComponent(id));

const lists = ENDPOINTS.filter(({ method, query }) => method === "get" && query.schema !== null);

const AT_ONCE = 25;

/** Sends operations, many at once, as they come in life: what one does wrong must not fail its neighbours. */
async function expectNoFault(operations: readonly (readonly [operation: string, json?: unknown])[]) {
  for (let from = 0; from < operations.length; from += AT_ONCE) {
    const some = operations.slice(from, from + AT_ONCE);
    await Promise.all(
      some.map(async ([operation, json]) => {
        const { status } = await call(operation, { key, json });
        const said = `${operation.slice(0, 200)} ${JSON.stringify(json)?.slice(0, 500)}`;
        expect(status, said).toBeLessThan(500);
      }),
    );
  }
}

describe("nothing a caller sends is our fault", () => {
  const withBody = ENDPOINTS.filter((endpoint) => endpoint.body.schema !== null);
  it.each(withBody.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    "in the body of %s",
    async (operationId, { method, path, example }) => {
      let turn = 0;
      for (const json of mutations(EVERY_FIELD[operationId] ?? example)) {
        turn += 1;
        const fresh = isKeyed(json) ? { ...json, id: `${operationId}-${turn}` } : json;
        const { status } = await call(`${method.toUpperCase()} ${addressOf(path, "42")}`, {
          key,
          json: fresh,
        });
        expect(status, JSON.stringify(fresh).slice(0, 500)).toBeLessThan(500);
      }
    },
    60_000,
  );

  it("in the query of a list", async () => {
    const parameters = ["limit", "cursor", "search", "from", "to", "module", "type", "range"];
    const queries = parameters.flatMap((parameter) =>
      HOSTILE.map((value) => new URLSearchParams({ [parameter]: String(value) })),
    );
    await expectNoFault(
      lists.flatMap(({ path }) => queries.map((query) => [`GET ${addressOf(path, "42")}?${query}`])),
    );
  }, 60_000);

  it("in a cursor", async () => {
    const id = "019a9e3c-1d00-7000-8000-5f0c2b7a9d11";
    const marks = [[], [null], [1e30], [id], [-1], ["2026-01-01T00:00:00.000Z", "a\0"], { a: 1 }, [[id]]];
    const instants = ["0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"].flatMap((at) => [
      [at, "a"],
      [at, id],
    ]);
    const cursors = [...marks, ...instants].map((mark) =>
      Buffer.from(JSON.stringify(mark)).toString("base64url"),
    );
    await expectNoFault(
      lists.flatMap(({ path }) => cursors.map((cursor) => [`GET ${addressOf(path, "42")}?cursor=${cursor}`])),
    );
  }, 60_000);

  it("in the path", async () => {
    const ids = ["a\0b", "a\nb", "😀", "..%2f..", "x".repeat(3_000), "' OR 1=1 --", "019a9e3c", "%", " "];
    const named = ENDPOINTS.filter((endpoint) => endpoint.path.includes("{"));
    await expectNoFault(
      named.flatMap(({ method, path }) =>
        ids.map((id) => [
          `${method.toUpperCase()} ${addressOf(path, id)}`,
          method === "get" || method === "delete" ? undefined : {},
        ]),
      ),
    );
  }, 60_000);
});

/** Ids that charge or grant are used once, so that each mutation gets as far as it can. */
function isKeyed(json: unknown): json is { id: string } {
  if (typeof json !== "object" || json === null || !("id" in json)) return false;
  return ["req_1", "grant_7", "fix_3"].some((id) => id === json.id);
}
