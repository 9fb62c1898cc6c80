import { fetchLedgerExport } from "@/lib/wallets";
import { defineDownload } from "@/lib/web";

/** The file of an export that was started on the screen. */
export const GET = defineDownload((ctx, task) => fetchLedgerExport(ctx, task, () => new Date()));
