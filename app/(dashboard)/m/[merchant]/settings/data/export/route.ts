import { fetchMerchantExport } from "@/lib/merchants";
import { defineDownload } from "@/lib/web";

/** The file of an export that is ready. */
export const GET = defineDownload(fetchMerchantExport);
