import { pageQuery } from "@/lib/kernel/cursor";
import { createModule, deleteModule, getModule, listModules, renameModule } from "@/lib/merchants";
import { createModuleInput, renameInput } from "@/lib/merchants/schemas";
import { endpoint } from "./endpoint";
import { byWord } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { module } from "./shapes/registry";

const MODULES = { path: "/modules", tag: "Registry", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE_MODULE = { path: "/modules/{id}", tag: "Registry", params: byWord, query: NO_QUERY } as const;

export const moduleEndpoints = [
  endpoint(
    {
      ...MODULES,
      method: "post",
      operationId: "createModule",
      summary: "Register a module.",
      description: "The first request that names a module registers it too; here it gets a name to be shown.",
      permission: "settings:write",
      body: checked(createModuleInput),
      example: { id: "ai_search", name: "AI search" },
      answers: { 201: { means: "The module.", schema: module } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(201, await createModule(ctx, body)),
  ),
  endpoint(
    {
      ...MODULES,
      method: "get",
      operationId: "listModules",
      summary: "List modules.",
      permission: "usage:read",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: { 200: { means: "Modules, newest first.", schema: pageShape(module) } },
    },
    async ({ ctx, query }) => json(200, await listModules(ctx, query)),
  ),
  endpoint(
    {
      ...ONE_MODULE,
      method: "get",
      operationId: "getModule",
      summary: "Show a module.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The module.", schema: module } },
    },
    async ({ ctx, params }) => json(200, await getModule(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE_MODULE,
      method: "patch",
      operationId: "renameModule",
      summary: "Rename a module.",
      permission: "settings:write",
      body: checked(renameInput),
      example: { name: "Search" },
      answers: { 200: { means: "The module.", schema: module } },
    },
    async ({ ctx, params, body }) => json(200, await renameModule(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...ONE_MODULE,
      method: "delete",
      operationId: "deleteModule",
      summary: "Take a module out of the registry.",
      permission: "settings:write",
      body: NO_BODY,
      answers: { 204: { means: "It is gone; what was recorded under its id keeps the id." } },
    },
    async ({ ctx, params }) => {
      await deleteModule(ctx, params.id);
      return NO_CONTENT;
    },
  ),
];
