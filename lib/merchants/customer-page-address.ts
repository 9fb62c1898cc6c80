import { env } from "@/lib/kernel/env";
import type { MerchantSettings } from "./merchants.repo";

/** Where a merchant's customers see their usage: the page on the merchant's own site, else the one that stands here. */
export function customerPageAddress({
  slug,
  dashboardUrl,
}: Pick<MerchantSettings, "slug" | "dashboardUrl">): string {
  return dashboardUrl ?? new URL(`/usage/${encodeURIComponent(slug)}`, env().url).toString();
}
