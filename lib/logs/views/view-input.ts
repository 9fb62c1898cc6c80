import { z } from "zod";
import { word } from "@/lib/kernel/fields";

/** The longest name of a view, as people write it. */
const nameField = z.string().trim().pipe(word(60));

/** What may be asked of the list, word for word as its address has it: `listLogsInput` says whether it is sound. */
const queryField = z.record(z.string().max(40), z.string().max(500));

export const saveLogViewInput = z.strictObject({ name: nameField, query: queryField });
export type SaveLogViewInput = z.input<typeof saveLogViewInput>;

export const renameLogViewInput = z.strictObject({ name: nameField });
export type RenameLogViewInput = z.input<typeof renameLogViewInput>;
