import type { Json } from "@/components/ui/json-tree";

/** An OpenAPI document as the reference shows it: grouped, references followed, only what a reader needs. */
export type ApiDocument = {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** The first server's address, without a slash at its end; "" when the document names none. */
  readonly server: string;
  readonly groups: readonly ApiGroup[];
};

export type ApiGroup = {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly operations: readonly ApiOperation[];
};

export type Method = "get" | "post" | "put" | "patch" | "delete";

export type ApiOperation = {
  /** Unique in the document; the anchor. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Whether it needs a key. */
  readonly secured: boolean;
  readonly parameters: readonly ApiParameter[];
  readonly body: ApiContent | null;
  readonly responses: readonly ApiResponse[];
};

export type ApiParameter = {
  readonly name: string;
  readonly place: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly description: string;
  readonly schema: SchemaNode;
};

export type ApiContent = {
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: SchemaNode;
  /** Given by the document, or made from the schema. */
  readonly example: Json;
};

export type ApiResponse = {
  readonly status: string;
  readonly description: string;
  readonly content: ApiContent | null;
};

export type SchemaNode = {
  /** In a word: "string", "uuid", "array of integer", "one of". */
  readonly type: string;
  readonly nullable: boolean;
  readonly description: string;
  /** "1 to 200 characters", "default 50": what a value must keep to, in words. */
  readonly rules: readonly string[];
  /** The values it may have, as JSON. */
  readonly values: readonly string[];
  readonly fields: readonly SchemaField[];
  /** The alternatives of a "one of". */
  readonly variants: readonly SchemaNode[];
};

export type SchemaField = { readonly name: string; readonly required: boolean; readonly schema: SchemaNode };
