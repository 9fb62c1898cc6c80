import { isUtf8 } from "node:buffer";
import { AppError } from "@/lib/kernel/errors";
import { requireShallow } from "./nesting";
import { needsScrubbing, scrubFreeText } from "./scrub";

/** The largest body, in bytes. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** How many times the limit is read of a body that is too large. */
const DISCARDED = 4;

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?;?$/i;

/**
 * The body of a request as a JSON value.
 *
 * Throws `unsupported_media_type` for anything but plain JSON in UTF-8, `too_large` as soon as more bytes have come than
 * are allowed, whatever the headers say, and `invalid_json` for what does not parse. An empty body is `{}` where
 * the operation can do without one.
 */
export async function readJson(request: Request, optional: boolean): Promise<unknown> {
  const type = request.headers.get("content-type");
  if (type !== null && !JSON_TYPE.test(type.trim())) throw unsupported();
  if (request.headers.get("content-encoding") !== null) throw compressed();
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  if (bytes.length === 0 && optional) return {};
  if (type === null && bytes.length > 0) throw unsupported();
  return parseJson(bytes);
}

function unsupported(): AppError {
  return new AppError("unsupported_media_type", "Send JSON with the header Content-Type: application/json.");
}

function compressed(): AppError {
  return new AppError("unsupported_media_type", "Send the body as it is, without Content-Encoding.");
}

function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new AppError("invalid_json", "The body is not valid UTF-8.");
  const text = bytes.toString("utf8");
  const value = parseText(text);
  requireShallow(value);
  return needsScrubbing(text) ? scrubFreeText(value) : value;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid_json", "The body is not valid JSON.");
  }
}

/** The body as it came, of at most `limit` bytes, counted as they arrive. Throws `too_large`. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const declared = request.headers.get("content-length");
  if (declared === null) return readStream(request, limit);
  if (Number(declared) > limit) throw tooLarge(limit);
  // The HTTP parser never lets more through than was declared, so the whole can be asked for at once.
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.length > limit) throw tooLarge(limit);
  return bytes;
}

/** Counts what really arrives and stops at the limit: without a declared length there may be no end. */
async function readStream({ body }: Request, limit: number): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      void discard(reader, limit);
      throw tooLarge(limit);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, length);
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Takes what a caller is still sending off the connection, so that the answer arrives and the connection can serve
 * its next request. From one who does not come to an end, the connection is cut.
 */
async function discard(reader: BodyReader, limit: number): Promise<void> {
  try {
    let left = limit * DISCARDED;
    for (let next = await reader.read(); !next.done && left > 0; next = await reader.read()) {
      left -= next.value.length;
    }
    await reader.cancel();
  } catch {
    // The caller has gone: there is nothing left to take off.
  }
}

function tooLarge(limit: number): AppError {
  const megabytes = limit / (1024 * 1024);
  return new AppError("too_large", `A body may have ${limit} bytes (${megabytes} MB) at most.`);
}
