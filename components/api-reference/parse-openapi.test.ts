import { describe, expect, it } from "vitest";
import type { ApiOperation, SchemaNode } from "./api-document";
import { curlOf } from "./curl-of";
import { exampleOf } from "./example-of";
import { parseOpenApi } from "./parse-openapi";

const document = {
  openapi: "3.1.0",
  info: { title: "Meter", version: "1", description: "Counts things." },
  servers: [{ url: "https://meter.example/" }],
  tags: [{ name: "Usage", description: "What was used." }, { name: "Unused" }],
  security: [{ key: [] }],
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", minLength: 1 } }],
      get: {
        operationId: "getThing",
        tags: ["Things"],
        responses: { 200: { $ref: "#/components/responses/Thing" } },
      },
    },
    "/usage": {
      post: {
        operationId: "recordUsage",
        summary: "Record usage",
        tags: ["Usage"],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Usage" } } },
        },
        responses: { 201: { description: "Recorded" }, 422: { description: "Bad input" } },
      },
    },
    "/health": { get: { security: [], responses: { 200: { description: "Fine" } } } },
  },
  components: {
    responses: {
      Thing: {
        description: "The thing",
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/Thing" }, example: { id: "t1" } },
        },
      },
    },
    schemas: {
      Usage: {
        type: "object",
        required: ["id", "kind", "customer"],
        properties: {
          id: { type: "string", description: "Yours.", maxLength: 200 },
          kind: { type: "string", enum: ["final", "estimated"], default: "final" },
          customer: {
            anyOf: [{ type: "string" }, { type: "object", properties: { id: { type: "string" } } }],
          },
          note: { type: ["string", "null"] },
          rule: { anyOf: [{ $ref: "#/components/schemas/Thing" }, { type: "null" }] },
          steps: { type: "array", items: { type: "integer" }, maxItems: 9 },
          metadata: { type: "object", additionalProperties: { type: "string" } },
        },
      },
      Thing: {
        allOf: [
          { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } },
          { properties: { parent: { $ref: "#/components/schemas/Thing" } } },
        ],
      },
    },
  },
};

const api = parseOpenApi(document);

function operation(id: string): ApiOperation {
  const found = api.groups.flatMap((group) => group.operations).find((each) => each.id === id);
  if (!found) throw new Error(`No operation ${id}`);
  return found;
}

function field(schema: SchemaNode | undefined, name: string): SchemaNode {
  const found = schema?.fields.find((each) => each.name === name);
  if (!found) throw new Error(`No field ${name}`);
  return found.schema;
}

describe("parseOpenApi", () => {
  it("groups operations by tag, in the order of the document's tags, without empty groups", () => {
    expect(api.groups.map(({ name, operations }) => [name, operations.length])).toEqual([
      ["Usage", 1],
      ["Things", 1],
      ["Other", 1],
    ]);
  });

  it("knows which operations need a key", () => {
    expect(operation("record-usage").secured).toBe(true);
    expect(operation("get-health").secured).toBe(false);
  });

  it("hands a path's parameters to each of its operations", () => {
    expect(operation("get-thing").parameters).toMatchObject([
      { name: "id", place: "path", required: true, schema: { rules: ["at least 1 characters"] } },
    ]);
  });

  it("follows references, joins parts, and does not open a schema inside itself", () => {
    const thing = operation("get-thing").responses[0]?.content;
    expect(thing?.example).toEqual({ id: "t1" });
    expect(field(thing?.schema, "id")).toMatchObject({ type: "uuid" });
    expect(field(thing?.schema, "parent")).toMatchObject({ type: "Thing", fields: [] });
  });

  it("reads alternatives, null, arrays, listed values and bounds", () => {
    const body = operation("record-usage").body?.schema;
    expect(field(body, "kind")).toMatchObject({
      values: ['"final"', '"estimated"'],
      rules: ['default "final"'],
    });
    expect(field(body, "customer").variants.map(({ type }) => type)).toEqual(["string", "object"]);
    expect(field(body, "note")).toMatchObject({ type: "string", nullable: true });
    expect(field(body, "rule")).toMatchObject({ type: "object", nullable: true, variants: [] });
    expect(field(body, "steps")).toMatchObject({ type: "array of integer", rules: ["at most 9 items"] });
    expect(field(body, "metadata").fields[0]?.name).toBe("any other name");
  });

  it("survives anything that is no document", () => {
    for (const broken of [null, 7, "x", [], { paths: { "/a": null, "/b": { get: 3 } } }]) {
      expect(() => parseOpenApi(broken)).not.toThrow();
    }
  });
});

describe("examples", () => {
  it("are made from the schema where the document gives none", () => {
    expect(operation("record-usage").body?.example).toEqual({
      id: "string",
      kind: "final",
      customer: "string",
    });
  });

  it("repeat the items of an array", () => {
    const body = operation("record-usage").body?.schema;
    expect(exampleOf(field(body, "steps"))).toEqual([1]);
  });
});

describe("curlOf", () => {
  const keyVariable = "METER_KEY";

  it("makes a request that a shell can run", () => {
    expect(curlOf(operation("record-usage"), { server: api.server, keyVariable })).toBe(
      [
        "curl 'https://meter.example/usage'",
        '-H "Authorization: Bearer $METER_KEY"',
        '-H "Content-Type: application/json"',
        `-d '{\n  "id": "string",\n  "kind": "final",\n  "customer": "string"\n}'`,
      ].join(" \\\n  "),
    );
    expect(curlOf(operation("get-health"), { server: "", keyVariable })).toBe("curl '/health'");
  });

  it("keeps a quote in an example from ending the argument", () => {
    const given = operation("record-usage");
    const body = given.body && { ...given.body, example: "it's" };
    expect(curlOf({ ...given, body }, { server: "", keyVariable })).toContain(`-d '"it'\\''s"'`);
  });
});
