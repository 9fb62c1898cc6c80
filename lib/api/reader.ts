import { z } from "@hono/zod-openapi";

/** Reads one part of a request (its path, query or body): the schema that validates is the one that documents. */
export type Reader<Value> = { readonly schema: z.ZodType | null; readonly read: (given: unknown) => Value };

/** Hands on what the schema made of the request. For verbs that take their input parsed. */
export function parsed<Schema extends z.ZodType>(schema: Schema): Reader<z.output<Schema>> {
  return { schema, read: (given) => schema.parse(given) };
}

/** Hands on the request as it came, found good. For verbs that parse their own input. */
export function checked<Schema extends z.ZodType>(schema: Schema): Reader<z.input<Schema>> {
  return {
    schema,
    read(given) {
      requireGood(schema, given);
      return given;
    },
  };
}

function requireGood<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): asserts given is z.input<Schema> {
  schema.parse(given);
}

/** Hands on the request as it came. For verbs on the way of a metered request, which take anything and parse it once. */
export function unparsed(schema: z.ZodType): Reader<unknown> {
  return { schema, read: (given) => given };
}

export const NO_PARAMS: Reader<undefined> = { schema: null, read: () => undefined };

/** The body, if any, is not looked at. */
export const NO_BODY: Reader<undefined> = { schema: null, read: () => undefined };

const emptyQuery = z.strictObject({});

/** Unknown parameters are refused like unknown fields: a mistyped filter must not read as "everything". */
export const NO_QUERY: Reader<undefined> = {
  schema: null,
  read(given) {
    emptyQuery.parse(given);
    return undefined;
  },
};
