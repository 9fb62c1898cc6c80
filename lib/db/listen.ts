import pg from "pg";
import { log } from "@/lib/observe";
import { sessionUrl } from "./session-url";

export type Listener = {
  /** A notification arrived. */
  readonly onPayload: (payload: string) => void;
  /** The connection was lost and is back: notifications in between were missed. */
  readonly onReset: () => void;
};

const FIRST_RETRY_MILLIS = 100;
const LAST_RETRY_MILLIS = 5_000;

declare global {
  var tollgateListening: Listening | undefined;
}

/**
 * Calls `listener` for each NOTIFY on the channel, over one connection per process that is opened again whenever
 * it breaks. Resolves, once the server listens, with a function that stops listening.
 */
export async function listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
  const listening = (globalThis.tollgateListening ??= new Listening());
  await listening.add(channel, listener);
  return () => listening.remove(channel, listener);
}

/** Ends the listening connection of this process; all listeners are gone. */
export async function closeListening(): Promise<void> {
  const listening = globalThis.tollgateListening;
  globalThis.tollgateListening = undefined;
  await listening?.close();
}

class Listening {
  readonly #channels = new Map<string, Set<Listener>>();
  #client: Promise<pg.Client> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  async add(channel: string, listener: Listener): Promise<void> {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(listener));
    try {
      const client = await (this.#client ??= this.#connect());
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      listeners.delete(listener);
      if (!this.#retry) this.#client = undefined;
      throw error;
    }
  }

  async remove(channel: string, listener: Listener): Promise<void> {
    const listeners = this.#channels.get(channel);
    listeners?.delete(listener);
    if (listeners?.size !== 0) return;
    this.#channels.delete(channel);
    const client = await this.#client?.catch(() => undefined);
    await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = await this.#client?.catch(() => undefined);
    await client?.end().catch(() => {});
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: sessionUrl(), keepAlive: true });
    client.on("notification", ({ channel, payload = "" }) => {
      for (const listener of this.#channels.get(channel) ?? []) guarded(() => listener.onPayload(payload));
    });
    client.on("error", () => {}); // "end" follows
    await client.connect();
    client.on("end", () => this.#reconnect(FIRST_RETRY_MILLIS));
    for (const channel of this.#channels.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return client;
  }

  #reconnect(afterMillis: number): void {
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      this.#client = this.#connect();
      this.#client.then(
        () => this.#reset(),
        () => this.#reconnect(Math.min(afterMillis * 2, LAST_RETRY_MILLIS)),
      );
    }, afterMillis);
  }

  #reset(): void {
    this.#retry = undefined;
    for (const listeners of this.#channels.values()) {
      for (const listener of listeners) guarded(() => listener.onReset());
    }
  }
}

/** One failing listener must not keep the others from hearing. */
function guarded(call: () => void): void {
  try {
    call();
  } catch (error) {
    log.error(error);
  }
}
