import { randomBytes } from "node:crypto";

let lastMillis = 0;
let sequence = 0;

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds taken from `now`, then a 12-bit counter
 * that keeps ids of one millisecond in the order they were made, then 62 random bits.
 */
export function newId(now: Date): string {
  const millis = now.getTime();
  sequence = millis === lastMillis ? (sequence + 1) & 0xfff : 0;
  lastMillis = millis;
  const random = randomPool();
  const time = millis.toString(16).padStart(12, "0");
  const counter = (0x7000 | sequence).toString(16);
  const variant = ((parseInt(random.slice(0, 1), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

/** The smallest UUIDv7 of an instant: the bound of a month's partition, and of time filters over ids. */
export function idFloor(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** The instant that an id of ours begins with, to the millisecond. */
export function instantOfId(id: string): Date {
  return new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

let pool = "";
let poolOffset = 0;

/** Sixteen random hex digits; the pool spares one system call per id. */
function randomPool(): string {
  if (poolOffset >= pool.length) {
    pool = randomBytes(4096).toString("hex");
    poolOffset = 0;
  }
  poolOffset += 16;
  return pool.slice(poolOffset - 16, poolOffset);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be an id of ours; when not, no row has it and PostgreSQL need not be asked. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
