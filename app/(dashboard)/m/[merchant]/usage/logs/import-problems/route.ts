import { exportImportErrors } from "@/lib/imports";
import { defineDownload } from "@/lib/web";

/** The rows of an import that could not be brought in, with what is wrong. */
export const GET = defineDownload(exportImportErrors);
