import type { Json } from "@/components/ui/json-tree";
import type {
  ApiContent,
  ApiDocument,
  ApiGroup,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  Method,
} from "./api-document";
import { exampleOf } from "./example-of";
import { asList, asRaw, asText, type Raw, resolve, toJson } from "./json-reader";
import { parseSchema } from "./parse-schema";

const METHODS: readonly Method[] = ["get", "post", "put", "patch", "delete"];
const PLACES = ["path", "query", "header", "cookie"] as const;
const OTHER_GROUP = "Other";

/** Reads an OpenAPI 3.1 document for the reference. What it does not know it leaves out; it never throws. */
export function parseOpenApi(given: unknown): ApiDocument {
  const document = asRaw(toJson(given));
  const info = asRaw(document["info"]);
  const [server] = asList(document["servers"]);
  return {
    title: asText(info["title"]) || "API",
    version: asText(info["version"]),
    description: asText(info["description"]),
    server: asText(asRaw(server)["url"]).replace(/\/$/, ""),
    groups: groupsOf(document),
  };
}

/** Operations under their first tag: in the order in which the document lists its tags, then as they come. */
function groupsOf(document: Raw): ApiGroup[] {
  const tags = new Map(asList(document["tags"]).map((tag) => [asText(asRaw(tag)["name"]), asRaw(tag)]));
  const operations = Object.entries(asRaw(document["paths"])).flatMap(([path, item]) =>
    operationsAt(document, path, item),
  );
  const names = new Set([...tags.keys(), ...operations.map(({ tag }) => tag)]);
  return [...names]
    .map((name) => ({
      name,
      slug: slugOf(name),
      description: asText(tags.get(name)?.["description"]),
      operations: operations.filter(({ tag }) => tag === name).map(({ operation }) => operation),
    }))
    .filter((group) => group.operations.length > 0);
}

function operationsAt(document: Raw, path: string, item: Json): { tag: string; operation: ApiOperation }[] {
  const shared = resolve(document, item);
  return METHODS.filter((method) => shared[method] !== undefined).map((method) => {
    const raw = asRaw(shared[method]);
    const [tag] = asList(raw["tags"]);
    return {
      tag: asText(tag) || OTHER_GROUP,
      operation: {
        id: slugOf(asText(raw["operationId"]) || `${method} ${path}`),
        method,
        path,
        summary: asText(raw["summary"]) || `${method.toUpperCase()} ${path}`,
        description: asText(raw["description"]),
        secured: needsKey(raw["security"] ?? document["security"]),
        parameters: [...asList(shared["parameters"]), ...asList(raw["parameters"])].map((each) =>
          parameterOf(document, each),
        ),
        body:
          raw["requestBody"] === undefined
            ? null
            : contentOf(document, resolve(document, raw["requestBody"])),
        responses: responsesOf(document, asRaw(raw["responses"])),
      },
    };
  });
}

function needsKey(security: Json | undefined): boolean {
  return asList(security).some((each) => Object.keys(asRaw(each)).length > 0);
}

function parameterOf(document: Raw, value: Json): ApiParameter {
  const raw = resolve(document, value);
  const schema = parseSchema(document, raw["schema"]);
  return {
    name: asText(raw["name"]),
    place: PLACES.find((place) => place === raw["in"]) ?? "query",
    required: raw["required"] === true,
    description: asText(raw["description"]) || schema.description,
    schema,
  };
}

function responsesOf(document: Raw, responses: Raw): ApiResponse[] {
  return Object.entries(responses).map(([status, value]) => {
    const raw = resolve(document, value);
    return { status, description: asText(raw["description"]), content: contentOf(document, raw) };
  });
}

/** The first kind of content a body or an answer may have. */
function contentOf(document: Raw, holder: Raw): ApiContent | null {
  const [first] = Object.entries(asRaw(holder["content"]));
  if (!first) return null;
  const media = asRaw(first[1]);
  const schema = parseSchema(document, media["schema"]);
  return {
    mediaType: first[0],
    required: holder["required"] === true,
    schema,
    example: exampleIn(document, media) ?? exampleOf(schema),
  };
}

/** An example given with the content, the first of several, or one of the schema itself. */
function exampleIn(document: Raw, media: Raw): Json | undefined {
  if (media["example"] !== undefined) return media["example"];
  const [named] = Object.values(asRaw(media["examples"]));
  if (named !== undefined) return resolve(document, named)["value"];
  const schema = resolve(document, media["schema"]);
  return schema["example"] ?? asList(schema["examples"])[0];
}

/** Letters and digits with dashes between: fit for an anchor. */
function slugOf(text: string): string {
  return text
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
