import type { z } from "@hono/zod-openapi";
import type { Ctx } from "@/lib/access";
import { type Page, pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";
import type { Feature } from "@/lib/merchants";
import {
  type CreateFeatureInput,
  createFeatureInput,
  type RenameInput,
  renameInput,
} from "@/lib/merchants/schemas";
import { type Endpoint, endpoint } from "./endpoint";
import { byWord } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { feature } from "./shapes/registry";

const featureQuery = pageQuery.extend({ module: word(100).optional() });

type Verbs = {
  readonly create: (ctx: Ctx, input: CreateFeatureInput) => Promise<Feature>;
  readonly list: (ctx: Ctx, query: z.input<typeof featureQuery>) => Promise<Page<Feature>>;
  readonly rename: (ctx: Ctx, id: string, input: RenameInput) => Promise<Feature>;
  readonly remove: (ctx: Ctx, id: string) => Promise<void>;
};

type Names = { readonly one: "Bot" | "Form"; readonly path: string; readonly example: CreateFeatureInput };

/** The operations on what belongs to a module: bots and forms are registered, renamed and removed alike. */
export function featureEndpoints(names: Names, verbs: Verbs): Endpoint[] {
  return [...endpointsOfAll(names, verbs), ...endpointsOfOne(names, verbs)];
}

function endpointsOfAll({ one, path, example }: Names, verbs: Verbs): Endpoint[] {
  const all = { path, tag: "Registry", params: NO_PARAMS, query: NO_QUERY } as const;
  const noun = one.toLowerCase();
  return [
    endpoint(
      {
        ...all,
        method: "post",
        operationId: `create${one}`,
        summary: `Register a ${noun}.`,
        description: `The first request that names a ${noun} registers it too; here it gets a name to be shown.`,
        permission: "settings:write",
        body: checked(createFeatureInput),
        example,
        answers: { 201: { means: `The ${noun}.`, schema: feature } },
        problems: ["conflict"],
      },
      async ({ ctx, body }) => json(201, await verbs.create(ctx, body)),
    ),
    endpoint(
      {
        ...all,
        method: "get",
        operationId: `list${one}s`,
        summary: `List ${noun}s, of one module or of all.`,
        permission: "usage:read",
        query: checked(featureQuery),
        body: NO_BODY,
        answers: { 200: { means: "Newest first.", schema: pageShape(feature) } },
      },
      async ({ ctx, query }) => json(200, await verbs.list(ctx, query)),
    ),
  ];
}

function endpointsOfOne({ one, path, example }: Names, verbs: Verbs): Endpoint[] {
  const single = { path: `${path}/{id}`, tag: "Registry", params: byWord, query: NO_QUERY } as const;
  const noun = one.toLowerCase();
  return [
    endpoint(
      {
        ...single,
        method: "patch",
        operationId: `rename${one}`,
        summary: `Rename a ${noun}.`,
        permission: "settings:write",
        body: checked(renameInput),
        example: { name: example.name },
        answers: { 200: { means: `The ${noun}.`, schema: feature } },
      },
      async ({ ctx, params, body }) => json(200, await verbs.rename(ctx, params.id, body)),
    ),
    endpoint(
      {
        ...single,
        method: "delete",
        operationId: `delete${one}`,
        summary: `Take a ${noun} out of the registry.`,
        permission: "settings:write",
        body: NO_BODY,
        answers: { 204: { means: "It is gone; what was recorded under its id keeps the id." } },
      },
      async ({ ctx, params }) => {
        await verbs.remove(ctx, params.id);
        return NO_CONTENT;
      },
    ),
  ];
}
