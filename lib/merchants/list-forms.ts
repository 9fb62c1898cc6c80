import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import type { Page } from "@/lib/kernel/cursor";
import { type FeatureQuery, featureQuery, registryPage } from "./registry-page";
import { type Feature, formTable } from "./registry.repo";

/** The forms of the merchant, newest first, those registered on sight among them. */
export async function listForms(ctx: Ctx, query: FeatureQuery = {}): Promise<Page<Feature>> {
  requireCan(ctx, "usage:read");
  return registryPage(featureQuery.parse(query), (page) => formTable.list(readSql(), ctx.merchantId, page));
}
