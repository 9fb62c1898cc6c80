import { pageQuery } from "@/lib/kernel/cursor";
import {
  createApiKey,
  getApiKey,
  listApiKeys,
  patchApiKey,
  revokeApiKey,
  rotateApiKey,
} from "@/lib/merchants";
import { createApiKeyInput, patchApiKeyInput } from "@/lib/merchants/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { apiKey, createdApiKey } from "./shapes/registry";

const KEYS = { path: "/api-keys", tag: "API keys", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE_KEY = { path: "/api-keys/{id}", tag: "API keys", params: byId, query: NO_QUERY } as const;

export const apiKeyEndpoints = [
  endpoint(
    {
      ...KEYS,
      method: "post",
      operationId: "createApiKey",
      summary: "Make an API key.",
      description:
        "The key is in this answer and never shown again. It cannot be given more than its maker may do.",
      permission: "keys:write",
      body: checked(createApiKeyInput),
      example: { name: "Widget", scopes: ["usage:write"], store: "main" },
      answers: { 201: { means: "The key, this once.", schema: createdApiKey } },
    },
    async ({ ctx, body }) => json(201, await createApiKey(ctx, body)),
  ),
  endpoint(
    {
      ...KEYS,
      method: "get",
      operationId: "listApiKeys",
      summary: "List API keys that are not revoked.",
      permission: "usage:read",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: { 200: { means: "Keys without themselves, newest first.", schema: pageShape(apiKey) } },
    },
    async ({ ctx, query }) => json(200, await listApiKeys(ctx, query)),
  ),
  endpoint(
    {
      ...ONE_KEY,
      method: "get",
      operationId: "getApiKey",
      summary: "Show what an API key may do.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The key without itself.", schema: apiKey } },
    },
    async ({ ctx, params }) => json(200, await getApiKey(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE_KEY,
      method: "patch",
      operationId: "renameApiKey",
      summary: "Rename an API key.",
      description: "What a key may do never changes: make another one.",
      permission: "keys:write",
      body: checked(patchApiKeyInput),
      example: { name: "Widget, old site" },
      answers: { 200: { means: "The key without itself.", schema: apiKey } },
    },
    async ({ ctx, params, body }) => json(200, await patchApiKey(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...ONE_KEY,
      method: "delete",
      operationId: "revokeApiKey",
      summary: "Revoke an API key, for ever.",
      permission: "keys:write",
      body: NO_BODY,
      answers: { 204: { means: "It is refused from now on." } },
    },
    async ({ ctx, params }) => {
      await revokeApiKey(ctx, params.id);
      return NO_CONTENT;
    },
  ),
  endpoint(
    {
      ...ONE_KEY,
      path: "/api-keys/{id}/rotate",
      method: "post",
      operationId: "rotateApiKey",
      summary: "Replace an API key by a new one that may do the same.",
      permission: "keys:write",
      body: NO_BODY,
      answers: {
        201: { means: "The new key, this once. The old one is refused from now on.", schema: createdApiKey },
      },
    },
    async ({ ctx, params }) => json(201, await rotateApiKey(ctx, params.id)),
  ),
];
