import { env } from "@/lib/kernel/env";
import { wordpressPlugin } from "@/lib/portal";
import { defineFile } from "@/lib/web";

/** The WordPress plugin, made for this merchant on this installation. */
export const GET = defineFile(async ({ merchant }) => ({
  fileName: "tollgate-usage.zip",
  mediaType: "application/zip",
  pieces: pieceOf(await wordpressPlugin({ url: env().url, slug: merchant.slug })),
}));

async function* pieceOf(bytes: Uint8Array) {
  yield { bytes };
}
