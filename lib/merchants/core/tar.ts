const BLOCK = 512;
const MODE = 0o644;
const FIELD = {
  name: 0,
  mode: 100,
  owner: 108,
  group: 116,
  size: 124,
  time: 136,
  sum: 148,
  type: 156,
  magic: 257,
};

/**
 * One file as a tar archive holds it (POSIX.1-1988 "ustar"): a header of 512 bytes, then the content, filled up to whole
 * blocks. Archives are such entries one after the other, and `TAR_END`. Throws for a name over 100 bytes.
 */
export function tarEntry(name: string, content: Uint8Array, at: Date): Uint8Array {
  const encoded = new TextEncoder().encode(name);
  if (encoded.length > FIELD.mode) throw new Error(`Too long a name for an archive: ${name}`);
  const filled = Math.ceil(content.length / BLOCK) * BLOCK;
  const entry = new Uint8Array(BLOCK + filled);
  const write = (text: string, place: number) => entry.set(new TextEncoder().encode(text), place);

  entry.set(encoded, FIELD.name);
  write(octal(MODE, 7), FIELD.mode);
  write(octal(0, 7), FIELD.owner);
  write(octal(0, 7), FIELD.group);
  write(octal(content.length, 11), FIELD.size);
  write(octal(Math.floor(at.getTime() / 1_000), 11), FIELD.time);
  write("0", FIELD.type);
  write("ustar\u000000", FIELD.magic);
  write(" ".repeat(8), FIELD.sum);
  const sum = entry.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
  write(`${octal(sum, 6)}\u0000 `, FIELD.sum);
  entry.set(content, BLOCK);
  return entry;
}

/** Two empty blocks: nothing comes after. */
export const TAR_END = new Uint8Array(2 * BLOCK);

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}
