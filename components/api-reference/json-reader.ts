import type { Json } from "@/components/ui/json-tree";

/** A JSON object of a document that is known only while it is read. */
export type Raw = { readonly [key: string]: Json };

/** The value as an object; anything else is an empty one. */
export function asRaw(value: Json | undefined): Raw {
  return isRaw(value) ? value : {};
}

export function isRaw(value: Json | undefined): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** Any serialisable value as plain JSON: what is undefined or a function is gone. */
export function toJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value ?? null));
  return json;
}

/** Follows `$ref` into the document's own components; what leads elsewhere or nowhere is an empty object. */
export function resolve(document: Raw, value: Json | undefined): Raw {
  let current = asRaw(value);
  for (let hops = 0; typeof current["$ref"] === "string" && hops < 20; hops += 1) {
    current = asRaw(atPointer(document, current["$ref"]));
  }
  return current;
}

function atPointer(document: Raw, pointer: string): Json | undefined {
  if (!pointer.startsWith("#/")) return undefined;
  const steps = pointer.slice(2).split("/");
  return steps.reduce<Json | undefined>((at, step) => {
    return asRaw(at)[decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~")];
  }, document);
}
