import type { Json } from "@/components/ui/json-tree";
import type { SchemaNode } from "./api-document";

const SAMPLES: Readonly<Record<string, Json>> = {
  string: "string",
  "date-time": "2026-11-20T10:00:00Z",
  date: "2026-11-20",
  uuid: "0199a7c2-5f1e-7b7a-9a55-2b1c0f3e3f1c",
  uri: "https://example.com",
  url: "https://example.com",
  email: "ada@example.com",
  integer: 1,
  number: 1,
  boolean: true,
};

/** A value that has a schema's shape: required fields, the first of listed values, the first of alternatives. */
export function exampleOf(node: SchemaNode): Json {
  const [value] = node.values;
  if (value !== undefined) {
    const listed: Json = JSON.parse(value);
    return listed;
  }
  if (node.type.startsWith("array of ")) {
    return [exampleOf({ ...node, type: node.type.slice("array of ".length) })];
  }
  const [variant] = node.variants;
  if (variant) return exampleOf(variant);
  if (node.fields.length > 0 || node.type === "object") {
    const required = node.fields.filter((field) => field.required);
    return Object.fromEntries(required.map((field) => [field.name, exampleOf(field.schema)]));
  }
  return SAMPLES[node.type] ?? (node.nullable ? null : "…");
}
