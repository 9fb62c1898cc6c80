import { type RouteConfig, z } from "@hono/zod-openapi";
import { SCOPE_PERMISSIONS } from "@/lib/access";
import { groupBy } from "@/lib/kernel/group-by";
import { HTTP_STATUS, type PublicCode } from "@/lib/web";
import type { Answer, Endpoint } from "./endpoint";
import { problem, refusal } from "./shapes/basics";

/** An endpoint as the generator of the OpenAPI document takes it. */
export function documentedRoute(base: string, endpoint: Endpoint): RouteConfig {
  const scopes = scopesFor(endpoint);
  const needs = `Needs a key with the scope ${scopes.map((scope) => `\`${scope}\``).join(" or ")}.`;
  return {
    method: endpoint.method,
    path: base + endpoint.path,
    operationId: endpoint.operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: [endpoint.description, needs].filter(Boolean).join("\n\n"),
    security: [{ apiKey: scopes }],
    request: requestOf(endpoint),
    responses: { ...answersOf(endpoint), ...problemsOf(endpoint) },
  };
}

/** The scopes that say what they allow; `*`, which allows everything a key may do, where it alone does. */
function scopesFor({ permission }: Endpoint): string[] {
  const scopes = Object.entries(SCOPE_PERMISSIONS)
    .filter(([, allowed]) => allowed.some((each) => each === permission))
    .map(([scope]) => scope);
  return scopes.length === 1 ? scopes : scopes.filter((scope) => scope !== "*");
}

function requestOf({
  params,
  query,
  body,
  example,
  bodyOptional,
}: Endpoint): NonNullable<RouteConfig["request"]> {
  return {
    ...(params.schema instanceof z.ZodObject ? { params: params.schema } : {}),
    ...(query.schema instanceof z.ZodObject ? { query: query.schema } : {}),
    ...(body.schema
      ? {
          body: {
            required: bodyOptional !== true,
            content: {
              "application/json": { schema: body.schema, ...(example === undefined ? {} : { example }) },
            },
          },
        }
      : {}),
  };
}

function answersOf({ answers }: Endpoint): RouteConfig["responses"] {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]));
}

function answerOf({ means, schema, example, media = ["application/json"] }: Answer) {
  if (!schema) return { description: means };
  const content = { schema, ...(example === undefined ? {} : { example }) };
  return { description: means, content: Object.fromEntries(media.map((type) => [type, content])) };
}

type Case = { readonly code: PublicCode; readonly status: number; readonly refuses: boolean };

function problemsOf(endpoint: Endpoint): RouteConfig["responses"] {
  const byStatus = groupBy(casesOf(endpoint), (each) => each.status);
  return Object.fromEntries(
    [...byStatus].map(([status, cases]) => [
      status,
      {
        description: `A problem document; \`code\` is ${cases.map(({ code }) => `\`${code}\``).join(" or ")}.`,
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: { "application/problem+json": { schema: schemaOf(cases) } },
      },
    ]),
  );
}

const RETRY_AFTER = z.object({
  "Retry-After": z.string().optional().openapi({ description: "Seconds after which a repeat may succeed." }),
});

function schemaOf(cases: readonly Case[]): z.ZodType {
  if (cases.every((each) => each.refuses)) return refusal;
  return cases.some((each) => each.refuses) ? z.union([problem, refusal]) : problem;
}

function casesOf(endpoint: Endpoint): Case[] {
  const own = (endpoint.problems ?? []).map((each) =>
    typeof each === "string" ? caseOf(each) : { ...caseOf(each.code), status: each.status },
  );
  const refusals = (endpoint.refusals ?? []).map((code) => ({ ...caseOf(code), refuses: true }));
  return [...usual(endpoint).map(caseOf), ...own, ...refusals];
}

function caseOf(code: PublicCode): Case {
  return { code, status: HTTP_STATUS[code], refuses: false };
}

/** What every operation of its kind may answer. */
function usual({ params, body }: Endpoint): PublicCode[] {
  return [
    ...(body.schema ? (["invalid_json", "too_large", "unsupported_media_type"] as const) : []),
    ...(params.schema ? (["not_found"] as const) : []),
    ...(["invalid_input", "unauthenticated", "forbidden", "internal", "unavailable"] as const),
  ];
}
