import { OpenAPIHono } from "@hono/zod-openapi";
import { documentedRoute } from "./documented-route";
import { BASE, ENDPOINTS } from "./endpoints";
import { probe } from "./shapes/basics";

const TAGS = [
  {
    name: "Metering",
    description: "The way of a request: may it run, what did it consume, what does it cost.",
  },
  { name: "Customers", description: "End users, by the merchant's own ids." },
  { name: "Balances", description: "Prepaid credits: wallets and their lots." },
  { name: "Ledger", description: "The append-only record of every change, and its proof." },
  { name: "Pricing", description: "Rules that turn usage into credits." },
  { name: "Quotas", description: "Periodic allowances for guests, customers, roles and plans." },
  { name: "Commerce", description: "Shops and Stripe: what is sold as credits, and what was bought." },
  { name: "Registry", description: "Modules, bots, forms and stores. Requests register what they name." },
  { name: "Settings", description: "How the merchant charges." },
  { name: "Customer page", description: "What customers see of their credits, and how they sign in to it." },
  { name: "API keys", description: "Keys for this API, with scopes." },
  { name: "Overview", description: "How things stand, and why something does not work." },
  { name: "Activity and logs", description: "What happened, for people to read." },
  { name: "Tasks", description: "Long work in the background: how far it is, and stopping it." },
  { name: "Probes", description: "For supervisors and load balancers." },
];

const ABOUT = `Send an API key: \`Authorization: Bearer tg_…\`. Amounts and rates are decimal strings of credits, instants
are ISO 8601. Unknown fields and parameters are refused; null is absent. Lists page by cursor: repeat with
\`cursor\` set to \`nextCursor\` until it is null.

Errors are problem documents (RFC 9457) with a stable \`code\` and, for bad input, \`errors\` with the path of each field.
Writes that take an \`id\` happen once: the same \`id\` with the same content answers the same again, marked \`replayed\`;
with other content it is a \`conflict\`. Every answer carries \`X-Request-Id\`: the caller's own, or a new one.`;

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Tollgate API",
    version: "1.0.0",
    description: ABOUT,
    license: { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" },
  },
  servers: [{ url: "/", description: "This server" }],
  tags: TAGS,
};

type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** The OpenAPI 3.1 description of the API, made from the schemas that validate its requests. */
export function openApiDocument(): OpenApiDocument {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description: "An API key, `tg_…`. Each operation names the scope a key needs for it.",
  });
  for (const endpoint of ENDPOINTS) app.openAPIRegistry.registerPath(documentedRoute(BASE, endpoint));
  for (const [path, operationId, summary] of PROBES) {
    app.openAPIRegistry.registerPath({
      method: "get",
      path,
      operationId,
      tags: ["Probes"],
      summary,
      security: [],
      responses: { 200: { description: "Yes.", content: { "application/json": { schema: probe } } } },
    });
  }
  return app.getOpenAPI31Document(DOCUMENT);
}

const PROBES = [
  ["/api/health", "health", "Does the process answer?"],
  ["/api/ready", "ready", "Is the database reachable, with every migration applied?"],
] as const;

let text: string | undefined;

/** The document as JSON, written once per process. */
export function openApiText(): string {
  return (text ??= JSON.stringify(openApiDocument()));
}
