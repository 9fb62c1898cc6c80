import {
  createPackage,
  deletePackage,
  getPackage,
  listPackages,
  packageJson,
  priceTypicalRequests,
  updatePackage,
  worthJson,
} from "@/lib/commerce";
import { worthOf } from "@/lib/commerce/core";
import { createPackageInput, packageWorthQuery, updatePackageInput } from "@/lib/commerce/schemas";
import { pageQuery } from "@/lib/kernel/cursor";
import { creditsToString } from "@/lib/kernel/micros";
import { endpoint } from "./endpoint";
import { PACKAGE } from "./examples";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { creditPackage, worthPreview } from "./shapes/packages";

const PACKAGES = { path: "/packages", tag: "Commerce", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE_PACKAGE = { path: "/packages/{id}", tag: "Commerce", params: byId, query: NO_QUERY } as const;

export const packageEndpoints = [
  endpoint(
    {
      ...PACKAGES,
      method: "post",
      operationId: "createPackage",
      summary: "Add a package.",
      description:
        "Credits for each quantity of a WooCommerce product (or one variation of it) or a Stripe price. A product or " +
        "price sells one enabled package at most; of several that fit, a variation comes before its product, and a " +
        "named connection before any.",
      permission: "settings:write",
      body: checked(createPackageInput),
      example: PACKAGE,
      answers: { 201: { means: "The package.", schema: creditPackage } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(201, packageJson(await createPackage(ctx, body))),
  ),
  endpoint(
    {
      ...PACKAGES,
      method: "get",
      operationId: "listPackages",
      summary: "List packages.",
      permission: "usage:read",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: {
        200: { means: "Packages by position, then newest first.", schema: pageShape(creditPackage) },
      },
    },
    async ({ ctx, query }) => {
      const [page, prices] = await Promise.all([listPackages(ctx, query), priceTypicalRequests(ctx)]);
      return json(200, {
        data: page.data.map((each) => packageJson(each, prices)),
        nextCursor: page.nextCursor,
      });
    },
  ),
  endpoint(
    {
      ...PACKAGES,
      path: "/package-worth",
      method: "get",
      operationId: "previewPackageWorth",
      summary: "Say what credits roughly buy.",
      description:
        "At current pricing, by kind of usage, with what each figure supposes. For sizing a package.",
      permission: "usage:read",
      query: parsed(packageWorthQuery),
      body: NO_BODY,
      answers: { 200: { means: "What they buy.", schema: worthPreview } },
    },
    async ({ ctx, query: { credits } }) => {
      const worth = worthOf(credits, await priceTypicalRequests(ctx)).map(worthJson);
      return json(200, { credits: creditsToString(credits), worth });
    },
  ),
  endpoint(
    {
      ...ONE_PACKAGE,
      method: "get",
      operationId: "getPackage",
      summary: "Show a package and what it roughly buys.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The package.", schema: creditPackage } },
    },
    async ({ ctx, params }) => {
      const [made, prices] = await Promise.all([getPackage(ctx, params.id), priceTypicalRequests(ctx)]);
      return json(200, packageJson(made, prices));
    },
  ),
  endpoint(
    {
      ...ONE_PACKAGE,
      method: "patch",
      operationId: "updatePackage",
      summary: "Change a package.",
      description: "What is absent stays, null clears. Purchases keep what they were granted under.",
      permission: "settings:write",
      body: checked(updatePackageInput),
      example: { credits: "1200" },
      answers: { 200: { means: "The package.", schema: creditPackage } },
      problems: ["conflict"],
    },
    async ({ ctx, params, body }) => json(200, packageJson(await updatePackage(ctx, params.id, body))),
  ),
  endpoint(
    {
      ...ONE_PACKAGE,
      method: "delete",
      operationId: "deletePackage",
      summary: "Delete a package.",
      permission: "settings:write",
      body: NO_BODY,
      answers: { 204: { means: "It sells nothing from now on; what was bought stays." } },
    },
    async ({ ctx, params }) => {
      await deletePackage(ctx, params.id);
      return NO_CONTENT;
    },
  ),
];
