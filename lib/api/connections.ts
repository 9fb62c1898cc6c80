import {
  authorizeShop,
  createConnection,
  deleteConnection,
  getConnection,
  listConnections,
  listShopProducts,
  patchConnection,
  rotateWebhookSecret,
  setUpWebhooks,
  testConnection,
} from "@/lib/commerce";
import {
  authorizeShopInput,
  connectionsQuery,
  createConnectionInput,
  patchConnectionInput,
  productsQuery,
  rotateSecretInput,
} from "@/lib/commerce/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import {
  connection,
  connectionTest,
  createdConnection,
  rotatedSecret,
  shopAuthorization,
  shopProducts,
  watchedWebhooks,
} from "./shapes/connections";

const CONNECTIONS = { path: "/connections", tag: "Commerce", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE = { path: "/connections/{id}", tag: "Commerce", params: byId, query: NO_QUERY } as const;

export const connectionEndpoints = [
  endpoint(
    {
      ...CONNECTIONS,
      method: "post",
      operationId: "createConnection",
      summary: "Connect a WooCommerce shop or a Stripe account.",
      description:
        "Keys and secrets are kept encrypted and never shown again. Without REST keys, what a WooCommerce shop sends is " +
        "taken as it is; with them, each webhook is a hint and the order is asked for. A WooCommerce shop without a " +
        "webhook secret gets one made, shown in this answer only.",
      permission: "connections:write",
      body: checked(createConnectionInput),
      example: {
        kind: "woocommerce",
        name: "Main shop",
        url: "https://shop.example.com",
        consumerKey: "ck_…",
        consumerSecret: "cs_…",
        webhookSecret: "a long random text",
        grantWhen: "completed",
      },
      answers: { 201: { means: "The connection.", schema: createdConnection } },
    },
    async ({ ctx, body }) => json(201, await createConnection(ctx, body)),
  ),
  endpoint(
    {
      ...CONNECTIONS,
      method: "post",
      path: "/connections/authorizations",
      operationId: "authorizeShop",
      summary: "Connect a WooCommerce shop with one click.",
      description:
        "Gives the address at which the shop's owner lets Tollgate in. The shop then sends its keys, the connection is " +
        "made with its webhooks, and the browser comes back to `returnPath`.",
      permission: "connections:write",
      body: checked(authorizeShopInput),
      example: { url: "https://shop.example.com", name: "Main shop" },
      answers: { 201: { means: "Where to send the shop's owner.", schema: shopAuthorization } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(201, await authorizeShop(ctx, body)),
  ),
  endpoint(
    {
      ...CONNECTIONS,
      method: "get",
      operationId: "listConnections",
      summary: "List connections with their health.",
      permission: "usage:read",
      query: checked(connectionsQuery),
      body: NO_BODY,
      answers: { 200: { means: "Connections, newest first.", schema: pageShape(connection) } },
    },
    async ({ ctx, query }) => json(200, await listConnections(ctx, query)),
  ),
  endpoint(
    {
      ...ONE,
      method: "get",
      operationId: "getConnection",
      summary: "Show a connection with its health.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The connection.", schema: connection } },
    },
    async ({ ctx, params }) => json(200, await getConnection(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE,
      method: "patch",
      operationId: "updateConnection",
      summary: "Change a connection, its keys or its webhook secret.",
      description:
        "A webhook secret given here replaces the one before at once; `rotate-secret` keeps both for a while.",
      permission: "connections:write",
      body: checked(patchConnectionInput),
      example: { grantWhen: "processing" },
      answers: { 200: { means: "The connection.", schema: connection } },
    },
    async ({ ctx, params, body }) => json(200, await patchConnection(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...ONE,
      method: "delete",
      operationId: "deleteConnection",
      summary: "End a connection.",
      permission: "connections:write",
      body: NO_BODY,
      answers: {
        204: { means: "It is gone, and its secrets; purchases and what was booked for them stay." },
      },
    },
    async ({ ctx, params }) => {
      await deleteConnection(ctx, params.id);
      return NO_CONTENT;
    },
  ),
  endpoint(
    {
      ...ONE,
      method: "post",
      path: "/connections/{id}/rotate-secret",
      operationId: "rotateWebhookSecret",
      summary: "Put a new webhook secret in force; the one before stays valid for a while.",
      permission: "connections:write",
      body: checked(rotateSecretInput),
      bodyOptional: true,
      example: { keepPreviousHours: 24 },
      answers: { 200: { means: "The new secret, if it was made here.", schema: rotatedSecret } },
    },
    async ({ ctx, params, body }) => json(200, await rotateWebhookSecret(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...ONE,
      method: "post",
      path: "/connections/{id}/test",
      operationId: "testConnection",
      summary: "Look at everything a connection needs, live.",
      permission: "connections:write",
      body: NO_BODY,
      answers: { 200: { means: "What is right and what is not.", schema: connectionTest } },
    },
    async ({ ctx, params }) => json(200, await testConnection(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE,
      method: "post",
      path: "/connections/{id}/webhooks",
      operationId: "setUpWebhooks",
      summary: "Make a WooCommerce shop tell us of its orders.",
      description: "Creates the webhooks that are missing in the shop and switches on those that are off.",
      permission: "connections:write",
      body: NO_BODY,
      answers: { 200: { means: "The shop's webhooks.", schema: watchedWebhooks } },
      problems: ["conflict"],
    },
    async ({ ctx, params }) => json(200, await setUpWebhooks(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE,
      method: "get",
      path: "/connections/{id}/products",
      operationId: "listShopProducts",
      summary: "List what a WooCommerce shop sells.",
      permission: "usage:read",
      query: checked(productsQuery),
      body: NO_BODY,
      answers: { 200: { means: "A page of products with their variations.", schema: shopProducts } },
      problems: ["conflict"],
    },
    async ({ ctx, params, query }) => json(200, await listShopProducts(ctx, params.id, query)),
  ),
];
