import type { Json } from "@/components/ui/json-tree";
import type { SchemaField, SchemaNode } from "./api-document";
import { asList, asRaw, asText, isRaw, type Raw, resolve } from "./json-reader";

const MAX_DEPTH = 12;

/**
 * A JSON schema as the reference shows it. References are followed; one that leads back to a schema it stands in
 * is named and not opened again.
 */
export function parseSchema(
  document: Raw,
  value: Json | undefined,
  trail: readonly string[] = [],
): SchemaNode {
  const reference = asText(asRaw(value)["$ref"]);
  if (trail.includes(reference) || trail.length > MAX_DEPTH) return leaf({ type: lastName(reference) });
  const path = reference ? [...trail, reference] : trail;
  const schema = merged(document, resolve(document, value));
  const offered = alternatives(schema);
  const variants = offered.filter((variant) => asRaw(variant)["type"] !== "null");
  const nullable = isNullable(schema) || variants.length < offered.length;
  const nodes = variants.map((variant) => parseSchema(document, variant, path));
  if (nodes.length === 0) return { ...leaf(schema), ...structure(document, schema, path), nullable };
  return oneOf(leaf(schema), nodes, nullable);
}

/** Alternatives under the words of the schema that offers them; a single one stands for itself. */
function oneOf(holder: SchemaNode, nodes: readonly SchemaNode[], nullable: boolean): SchemaNode {
  const [first, ...others] = nodes;
  if (!first || others.length > 0) return { ...holder, type: "one of", nullable, variants: nodes };
  return {
    ...first,
    nullable: nullable || first.nullable,
    description: holder.description || first.description,
  };
}

function lastName(reference: string): string {
  return reference.split("/").at(-1) || "object";
}

/** A schema's type in a word, and its fields; an array shows those of its items. */
function structure(
  document: Raw,
  schema: Raw,
  trail: readonly string[],
): Pick<SchemaNode, "type" | "fields" | "variants"> {
  const type = typeOf(schema);
  if (type === "array") {
    const items = parseSchema(document, schema["items"], trail);
    return { type: `array of ${items.type}`, fields: items.fields, variants: items.variants };
  }
  if (type === "object") return { type, fields: fieldsOf(document, schema, trail), variants: [] };
  return { type: asText(schema["format"]) || type, fields: [], variants: [] };
}

function fieldsOf(document: Raw, schema: Raw, trail: readonly string[]): SchemaField[] {
  const required = new Set(asList(schema["required"]));
  const fields = Object.entries(asRaw(schema["properties"])).map(([name, value]) => ({
    name,
    required: required.has(name),
    schema: parseSchema(document, value, trail),
  }));
  const rest = schema["additionalProperties"];
  if (!isRaw(rest) || Object.keys(rest).length === 0) return fields;
  return [...fields, { name: "any other name", required: false, schema: parseSchema(document, rest, trail) }];
}

/** The parts of an `allOf` as one schema. */
function merged(document: Raw, schema: Raw): Raw {
  const parts = asList(schema["allOf"]).map((part) => merged(document, resolve(document, part)));
  if (parts.length === 0) return schema;
  const all = [...parts, schema];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map((part) => asRaw(part["properties"]))),
    required: all.flatMap((part) => asList(part["required"])),
  };
}

function alternatives(schema: Raw): readonly Json[] {
  const any = asList(schema["anyOf"]);
  return any.length > 0 ? any : asList(schema["oneOf"]);
}

function isNullable(schema: Raw): boolean {
  return schema["nullable"] === true || asList(schema["type"]).includes("null") || schema["type"] === "null";
}

function typeOf(schema: Raw): string {
  const types = asList(schema["type"]).filter((type) => type !== "null");
  const named = types.length > 0 ? types.join(" or ") : asText(schema["type"]);
  if (named) return named;
  if (schema["properties"] !== undefined) return "object";
  return schema["const"] === undefined && schema["enum"] === undefined ? "any" : "value";
}

function leaf(schema: Raw): SchemaNode {
  const values = schema["const"] === undefined ? asList(schema["enum"]) : [schema["const"]];
  return {
    type: asText(schema["type"]) || typeOf(schema),
    nullable: false,
    description: asText(schema["description"]),
    rules: rulesOf(schema),
    values: values.filter((value) => value !== null).map((value) => JSON.stringify(value)),
    fields: [],
    variants: [],
  };
}

/** Bounds no reader can use: what a JavaScript number can hold anyway. */
const UNBOUND: ReadonlySet<Json> = new Set([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);

/** What a value must keep to, in words. */
function rulesOf(schema: Raw): string[] {
  return [
    span(schema["minLength"], schema["maxLength"], "characters"),
    span(schema["minimum"], schema["maximum"]),
    schema["exclusiveMinimum"] === undefined ? "" : `above ${JSON.stringify(schema["exclusiveMinimum"])}`,
    span(schema["minItems"], schema["maxItems"], "items"),
    asText(schema["pattern"]) && `matches ${asText(schema["pattern"])}`,
    schema["default"] === undefined ? "" : `default ${JSON.stringify(schema["default"])}`,
  ].filter(Boolean);
}

/** Two bounds in words: "1 to 200 characters", "at least 0", "at most 9 items"; "" without any. */
function span(least: Json | undefined, most: Json | undefined, unit = ""): string {
  const from = typeof least === "number" && !UNBOUND.has(least) ? `${least}` : "";
  const to = typeof most === "number" && !UNBOUND.has(most) ? `${most}` : "";
  if (from && to) return `${from} to ${to} ${unit}`.trim();
  if (from) return `at least ${from} ${unit}`.trim();
  return to && `at most ${to} ${unit}`.trim();
}
