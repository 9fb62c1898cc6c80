import { crc32 } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

const VERSION = 20;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const FLAGS = 0x0800;
/** 1 January 1980, the first day the format knows: the same files are the same archive. */
const DAY = 0x0021;

/**
 * An archive of these files, uncompressed (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). For a few small
 * files: sizes and their number fit the format's first form, without ZIP64.
 */
export function storeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([fields(SIGNATURES.file), about(entry, name), name]);
    directory.push(directoryEntry(entry, name, offset));
    pieces.push(local, Buffer.from(entry.bytes));
    offset += local.length + entry.bytes.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...pieces, listing, end(entries.length, listing.length, offset)]);
}

const SIGNATURES = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;

function fields(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** What a file's own head and its line in the directory say alike. */
function about({ bytes }: ZipEntry, name: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(FLAGS, 2);
  head.writeUInt16LE(DAY, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function directoryEntry(entry: ZipEntry, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([fields(SIGNATURES.directory), madeBy, about(entry, name), place, name]);
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(SIGNATURES.end, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
