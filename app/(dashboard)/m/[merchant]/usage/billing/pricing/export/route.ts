import { exportPricingRules } from "@/lib/pricing";
import { defineDownload } from "@/lib/web";

/** All rules as a file, for a spreadsheet or for an import. */
export const GET = defineDownload(async (ctx) => {
  const { fileName, csv } = await exportPricingRules(ctx);
  return { fileName, mediaType: "text/csv; charset=utf-8; header=present", pieces: onePiece(csv) };
});

async function* onePiece(text: string) {
  yield { text };
}
