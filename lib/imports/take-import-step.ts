import { z } from "zod";
import { sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { identified, type ImportedRow } from "./core/imported-row";
import { readRow } from "./core/read-row";
import { claimRows, findPart, finishPart, type RowError } from "./imports.repo";
import { importInput } from "./import-tasks";
import { timeZoneOf, writeRows } from "./write-rows";

const placeShape = z.number().catch(0);
const resultShape = z
  .object({ imported: z.number(), known: z.number(), wrong: z.number() })
  .catch({ imported: 0, known: 0, wrong: 0 });
const rowsShape = z.array(z.array(z.string()));

/**
 * Brings in the next part of a file: what can be read and is new becomes logs and daily figures, in the transaction that
 * notes how far the import is. Wallets, quotas and the ledger are not touched: it was paid where it happened.
 */
export async function takeImportStep(work: TaskWork): Promise<TaskStep> {
  const { mapping } = importInput.parse(work.input);
  const before = resultShape.parse(work.result);
  const sequence = placeShape.parse(work.place);
  const sql = sqlOf(work.tx);
  const task = { merchantId: work.merchantId, taskId: work.taskId };
  if (work.total !== null && work.done >= work.total) {
    return { place: sequence, done: 0, result: before, finished: true };
  }
  const part = await findPart(sql, task, sequence);
  if (!part || work.total === null) {
    throw new AppError(
      "conflict",
      "The file was not sent to its end. Import it again: rows that are in are known.",
    );
  }
  const timeZone = await timeZoneOf(work);
  const { rows, errors } = readRows(rowsShape.parse(part.rows), {
    firstRow: part.firstRow,
    frame: { mapping, timeZone, now: work.now },
  });
  const claimed = await claimRows(sql, task, rows);
  const fresh = rows.filter((row) => claimed.has(row.id));
  await writeRows(work, { rows: uniqueById(fresh), timeZone });
  await finishPart(sql, task, { sequence, errors });

  const done = rows.length + errors.length;
  return {
    place: sequence + 1,
    done,
    result: {
      imported: before.imported + claimed.size,
      known: before.known + rows.length - claimed.size,
      wrong: before.wrong + errors.length,
    },
    finished: work.done + done >= work.total,
  };
}

type Frame = Parameters<typeof readRow>[1];

function readRows(
  cells: readonly (readonly string[])[],
  { firstRow, frame }: { firstRow: number; frame: Frame },
) {
  const rows: ImportedRow[] = [];
  const errors: RowError[] = [];
  for (const [index, each] of cells.entries()) {
    const read = readRow(each, frame);
    if ("row" in read) rows.push(identified(read.row, each));
    // The header is the first line of the file.
    else errors.push({ row: firstRow + index + 2, wrong: read.wrong, cells: each });
  }
  return { rows, errors };
}

/** Of rows with one id in one part the first counts. */
function uniqueById(rows: readonly ImportedRow[]): ImportedRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}
