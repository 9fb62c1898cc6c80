import { fetchExport } from "@/lib/logs";
import { defineDownload } from "@/lib/web";

/** The file of an export that was started on the screen. */
export const GET = defineDownload((ctx, task) => fetchExport(ctx, task, () => new Date()));
