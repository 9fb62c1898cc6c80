import { z } from "zod";
import { storableText, word } from "@/lib/kernel/fields";
import { FIELD_NAMES, type ImportField } from "./core/import-fields";

export { FIELD_NAMES, guessMapping, IMPORT_FIELDS } from "./core/import-fields";
export type { ImportField, Mapping } from "./core/import-fields";
export { readRow } from "./core/read-row";

/** How many rows travel and are written together. */
export const ROWS_PER_PART = 500;
const MOST_COLUMNS = 200;

const MOST_CHARACTERS = 1_000_000;
/** What stands in one cell of the file, as it can be stored. */
const cell = (max: number) => z.string().max(max).transform(storableText);

const column = z
  .int()
  .min(0)
  .max(MOST_COLUMNS - 1);
const fieldName = z.enum<ImportField[]>([...FIELD_NAMES]);
/** Every row needs a time; what else it tells is as the file has it. */
export const mappingShape = z
  .partialRecord(fieldName, column)
  .refine((mapping) => mapping.time !== undefined, {
    message: "choose the column with the time",
    path: ["time"],
  });

export const startImportInput = z.strictObject({
  fileName: word(200),
  header: z.array(cell(500)).min(1).max(MOST_COLUMNS),
  mapping: mappingShape,
});
export type StartImportInput = z.input<typeof startImportInput>;

export const importRowsInput = z.strictObject({
  task: word(100),
  sequence: z.int().min(0).max(1_000_000),
  /** How many rows of the file come before these. */
  firstRow: z.int().min(0),
  rows: z
    .array(z.array(cell(MOST_CHARACTERS)).max(MOST_COLUMNS))
    .min(1)
    .max(ROWS_PER_PART),
});
export type ImportRowsInput = z.input<typeof importRowsInput>;

export const completeImportInput = z.strictObject({ task: word(100), rows: z.int().min(0) });
export type CompleteImportInput = z.input<typeof completeImportInput>;
