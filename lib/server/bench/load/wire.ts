const HEAD_END = Buffer.from("\r\n\r\n");
const LINE_END = Buffer.from("\r\n");
const EMPTY = Buffer.alloc(0);

/** The bytes of one POST request, as HTTP/1.1 puts them on the wire. */
export function postRequest(target: { host: string; path: string; key: string }, body: string): string {
  return (
    `POST ${target.path} HTTP/1.1\r\nHost: ${target.host}\r\nContent-Type: application/json\r\n` +
    `Authorization: Bearer ${target.key}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** The bytes of one GET request, as a browser that is signed in by a cookie asks for a page. */
export function pageRequest(target: { host: string; path: string; cookie: string }): string {
  const cookie = target.cookie === "" ? "" : `Cookie: ${target.cookie}\r\n`;
  return (
    `GET ${target.path} HTTP/1.1\r\nHost: ${target.host}\r\nAccept: text/html\r\nAccept-Language: en\r\n` +
    `Sec-Fetch-Dest: document\r\n${cookie}\r\n`
  );
}

/**
 * Cuts the bytes of one connection into responses. It reads only what a load generator needs, status and
 * body, at a fraction of the cost of a full HTTP client: on a small machine the generator must not be what is
 * measured.
 */
export class ResponseReader {
  readonly #onResponse: (status: number, body: Buffer) => void;
  #unread: Buffer = EMPTY;

  constructor(onResponse: (status: number, body: Buffer) => void) {
    this.#onResponse = onResponse;
  }

  push(chunk: Buffer): void {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    for (;;) {
      const headEnd = this.#unread.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const head = this.#unread.toString("latin1", 0, headEnd);
      const bodyStart = headEnd + HEAD_END.length;
      const end = endOfBody(this.#unread, bodyStart, head);
      if (end === null || end > this.#unread.length) return;
      const body = this.#unread.subarray(bodyStart, end);
      this.#unread = end === this.#unread.length ? EMPTY : this.#unread.subarray(end);
      this.#onResponse(Number(head.slice(9, 12)), body);
    }
  }
}

const CONTENT_LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;

/** Where the response's body ends in `bytes`; null while that cannot be told yet. */
function endOfBody(bytes: Buffer, bodyStart: number, head: string): number | null {
  const length = CONTENT_LENGTH.exec(head);
  if (length) return bodyStart + Number(length[1]);
  return CHUNKED.test(head) ? endOfChunks(bytes, bodyStart) : bodyStart;
}

function endOfChunks(bytes: Buffer, bodyStart: number): number | null {
  let at = bodyStart;
  for (;;) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return null;
    const size = parseInt(bytes.toString("latin1", at, lineEnd), 16);
    at = lineEnd + LINE_END.length + size + LINE_END.length;
    if (size === 0) return at;
  }
}
