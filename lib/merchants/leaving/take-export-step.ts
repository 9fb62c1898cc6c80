import { gzipSync } from "node:zlib";
import { z } from "zod";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { TAR_END, tarEntry } from "../core/tar";
import type { TenantTable } from "../core/tenant-tables";
import { insertExportPart } from "./export-parts.repo";
import { LEFT_OUT, manifestOf } from "./export-manifest";
import { findHouse, findRowPage, findTenantTables, type RowPage } from "./tenant-tables.repo";

const ROWS = 1_000;
const BYTES = 4_000_000;
const FOLDER = "tollgate-export";

const placeShape = z.object({
  /** The table to go on with; tables come by name. */
  table: z.string(),
  after: z.array(z.string()).nullable(),
  /** How many pieces of the file there are. */
  sequence: z.int(),
  bytes: z.int(),
});
type Place = z.output<typeof placeShape>;

/**
 * Writes the next piece of an export: some rows of one table, as a file of a tar archive, compressed by itself. Pieces
 * put together are one `.tar.gz` (gzip members may follow each other, RFC 1952 §2.2), so a piece is never read again.
 */
export async function takeExportStep(work: TaskWork): Promise<TaskStep> {
  const tables = (await findTenantTables()).filter(({ name }) => !LEFT_OUT.has(name));
  if (work.place === null) return begin(work, tables);
  const place = placeShape.parse(work.place);
  const found = await nextRows(work, tables, place);
  if (!found) return writePart(work, { entries: [TAR_END], place, rows: 0, finished: true });
  const { table, page } = found;
  const name = `${FOLDER}/${table.name}/${String(place.sequence).padStart(6, "0")}.jsonl`;
  return writePart(work, {
    entries: [entryOf(name, page.lines, work.now)],
    place: { ...place, table: table.name, after: page.last },
    rows: page.lines.length,
    finished: false,
  });
}

async function begin(work: TaskWork, tables: readonly TenantTable[]): Promise<TaskStep> {
  const { merchant, people } = await findHouse(work.tx, work.merchantId);
  const names = tables.map(({ name }) => name);
  const manifest = new TextEncoder().encode(manifestOf(work.now, names));
  return writePart(work, {
    entries: [
      tarEntry(`${FOLDER}/manifest.json`, manifest, work.now),
      entryOf(`${FOLDER}/merchant.jsonl`, merchant, work.now),
      entryOf(`${FOLDER}/people.jsonl`, people, work.now),
    ],
    place: { table: names[0] ?? "", after: null, sequence: 0, bytes: 0 },
    rows: merchant.length + people.length,
    finished: false,
  });
}

type Found = { table: TenantTable; page: RowPage };

/** The next rows, of this table or of one that follows; null when there are none left. */
async function nextRows(work: TaskWork, tables: readonly TenantTable[], place: Place): Promise<Found | null> {
  for (const table of tables.filter(({ name }) => name >= place.table)) {
    const isSame = table.name === place.table;
    // A table whose key is the merchant alone has one row, and it was read.
    if (isSame && place.after?.length === 0) continue;
    const after = isSame ? place.after : null;
    const page = await findRowPage(work.tx, table, {
      merchantId: work.merchantId,
      after,
      rows: ROWS,
      bytes: BYTES,
    });
    if (page.lines.length > 0) return { table, page };
  }
  return null;
}

type Part = { entries: readonly Uint8Array[]; place: Place; rows: number; finished: boolean };

async function writePart(work: TaskWork, { entries, place, rows, finished }: Part): Promise<TaskStep> {
  const content = new Uint8Array(gzipSync(Buffer.concat(entries)));
  const key = { merchantId: work.merchantId, taskId: work.taskId, sequence: place.sequence };
  await insertExportPart(work.tx, { ...key, content, createdAt: work.now });
  const bytes = place.bytes + content.length;
  return {
    place: { ...place, sequence: place.sequence + 1, bytes },
    done: rows,
    result: { bytes, parts: place.sequence + 1 },
    finished,
  };
}

function entryOf(name: string, lines: readonly string[], at: Date): Uint8Array {
  return tarEntry(name, new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")), at);
}
