import { pageQuery } from "@/lib/kernel/cursor";
import { createStore, deleteStore, getStore, listStores, patchStore } from "@/lib/merchants";
import { createStoreInput, patchStoreInput } from "@/lib/merchants/schemas";
import { endpoint } from "./endpoint";
import { byWord } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { store } from "./shapes/registry";

const STORES = { path: "/stores", tag: "Registry", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE_STORE = { path: "/stores/{id}", tag: "Registry", params: byWord, query: NO_QUERY } as const;

export const storeEndpoints = [
  endpoint(
    {
      ...STORES,
      method: "post",
      operationId: "createStore",
      summary: "Register a store.",
      description:
        "The first request that names a store registers it too; here it gets a name and an address.",
      permission: "settings:write",
      body: checked(createStoreInput),
      example: { id: "main", name: "Main shop", url: "https://shop.example.com" },
      answers: { 201: { means: "The store.", schema: store } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(201, await createStore(ctx, body)),
  ),
  endpoint(
    {
      ...STORES,
      method: "get",
      operationId: "listStores",
      summary: "List stores.",
      permission: "usage:read",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: { 200: { means: "Stores, newest first.", schema: pageShape(store) } },
    },
    async ({ ctx, query }) => json(200, await listStores(ctx, query)),
  ),
  endpoint(
    {
      ...ONE_STORE,
      method: "get",
      operationId: "getStore",
      summary: "Show a store.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The store.", schema: store } },
    },
    async ({ ctx, params }) => json(200, await getStore(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE_STORE,
      method: "patch",
      operationId: "updateStore",
      summary: "Change a store's name or address.",
      permission: "settings:write",
      body: checked(patchStoreInput),
      example: { name: "Main shop, Oslo" },
      answers: { 200: { means: "The store.", schema: store } },
    },
    async ({ ctx, params, body }) => json(200, await patchStore(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...ONE_STORE,
      method: "delete",
      operationId: "deleteStore",
      summary: "Take a store out of the registry.",
      permission: "settings:write",
      body: NO_BODY,
      answers: { 204: { means: "It is gone; what was recorded under its id keeps the id." } },
    },
    async ({ ctx, params }) => {
      await deleteStore(ctx, params.id);
      return NO_CONTENT;
    },
  ),
];
