import { exportAudit } from "@/lib/audit";
import { defineDownload } from "@/lib/web";

/** The trail as the address filters it. */
export const GET = defineDownload((ctx, _task, query) => exportAudit(ctx, query));
