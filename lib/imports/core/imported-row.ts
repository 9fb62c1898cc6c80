import { fingerprintOf } from "@/lib/kernel/fingerprint";
import type { RowOfFile } from "./read-row";

/** A request of the past under the id by which it is known. */
export type ImportedRow = Omit<RowOfFile, "id"> & { readonly id: string };

/** A row without an id gets one made from all of its cells: the same whenever it comes again. */
export function identified(row: RowOfFile, cells: readonly string[]): ImportedRow {
  return { ...row, id: row.id ?? `row:${fingerprintOf("imported_row", [...cells])}` };
}
