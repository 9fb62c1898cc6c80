import { describe, expect, it } from "vitest";
import { documentedRoute } from "./documented-route";
import { openApiDocument } from "./document";
import { BASE, ENDPOINTS } from "./endpoints";
import { REFUSAL } from "./examples";
import { refusal } from "./shapes/basics";

const text = JSON.stringify(openApiDocument());
const document = JSON.parse(text);

type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security: { apiKey?: string[] }[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};

const operations: [string, Operation][] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
);
const ours = operations.filter(([name]) => name.includes(BASE));

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 and asks for an API key", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.components.securitySchemes.apiKey).toMatchObject({ type: "http", scheme: "bearer" });
  });

  it("describes every operation once, under a name of its own", () => {
    const expected = ENDPOINTS.map((endpoint) => `${endpoint.method} ${BASE}${endpoint.path}`);

    expect(ours.map(([name]) => name).sort()).toEqual(expected.sort());
    expect(new Set(operations.map(([, operation]) => operation.operationId)).size).toBe(operations.length);
  });

  it.each(ours)("says of %s what it is, who may, and what it answers", (_name, operation) => {
    expect(operation.summary).toMatch(/^[A-Z].*[.?:]/);
    expect(operation.description).toMatch(/Needs a key with the scope `([a-z]+:[a-z]+|\*)`/);
    expect(operation.security[0]?.apiKey).toHaveLength(1);
    expect(document.tags.map((tag: { name: string }) => tag.name)).toEqual(
      expect.arrayContaining(operation.tags),
    );
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
    expect(statuses).toEqual(expect.arrayContaining(["401", "403", "422", "500", "503"]));
    for (const [status, { description, content = {} }] of Object.entries(operation.responses)) {
      expect(description).not.toBe("");
      expect(Object.keys(content)).toEqual(mediaTypes(operation.operationId, status));
      for (const { schema } of Object.values(content)) expect(Object.keys(schema)).not.toHaveLength(0);
    }
  });

  it.each(ours)("names every parameter in the path of %s", (name, operation) => {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const described = (operation.parameters ?? []).filter((each) => each.in === "path");

    expect(described.map((each) => each.name)).toEqual(inPath);
    expect(described.every((each) => each.required)).toBe(true);
  });

  it("resolves all of its references", () => {
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = pointer.split("/").reduce((at, part) => at?.[part], document);
      expect(target, pointer).toBeDefined();
    }
  });

  it("lists the problems of authorize with the notice they carry", () => {
    const { responses } = document.paths[`${BASE}/authorize`].post;

    for (const status of ["402", "429"]) {
      const { schema } = responses[status].content["application/problem+json"];
      expect(schema).toEqual({ $ref: "#/components/schemas/Refusal" });
    }
    expect(responses["429"].headers["Retry-After"]).toBeDefined();
  });
});

/** What answers 200 with a file. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  fetchExport: ["application/gzip"],
  exportAudit: ["text/csv"],
  exportPricingRules: ["text/csv"],
  exportLogs: ["text/csv", "application/x-ndjson"],
  exportLogImportProblems: ["text/csv"],
  exportLedger: ["text/csv"],
};

function mediaTypes(operationId: string, status: string): readonly string[] {
  if (status === "204") return [];
  const file = status === "200" ? FILES[operationId] : undefined;
  return file ?? [status < "400" ? "application/json" : "application/problem+json"];
}

describe("the examples", () => {
  const withBody = ENDPOINTS.filter((endpoint) => endpoint.body.schema !== null);
  it.each(withBody.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    "%s: its request is accepted by the schema that validates",
    (_name, { body, example }) => {
      expect(example).toBeDefined();
      expect(body.schema?.safeParse(example).error?.issues).toBeUndefined();
    },
  );

  const withExample = ENDPOINTS.flatMap((endpoint) =>
    Object.entries(endpoint.answers).flatMap(([status, answer]) =>
      answer.example === undefined ? [] : [[`${endpoint.operationId} ${status}`, answer] as const],
    ),
  );
  it.each(withExample)("%s: its answer is as documented", (_name, { schema, example }) => {
    expect(schema?.safeParse(example).error?.issues).toBeUndefined();
  });

  it("of a refusal is one", () => {
    expect(refusal.safeParse(REFUSAL).error?.issues).toBeUndefined();
  });

  it("can all be described on their own", () => {
    for (const endpoint of ENDPOINTS) expect(documentedRoute(BASE, endpoint).path).toContain(BASE);
  });
});
