import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type Page, pageQuery } from "@/lib/kernel/cursor";
import { registryPage } from "./registry-page";
import { type Module, moduleTable } from "./registry.repo";

/** The modules of the merchant, newest first, those registered on sight among them. */
export async function listModules(ctx: Ctx, query: z.input<typeof pageQuery> = {}): Promise<Page<Module>> {
  requireCan(ctx, "usage:read");
  return registryPage(pageQuery.parse(query), (page) => moduleTable.list(readSql(), ctx.merchantId, page));
}
