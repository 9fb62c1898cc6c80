import { timingSafeEqual } from "node:crypto";
import { type Permission, permissionsOfScopes } from "@/lib/access";
import { listen } from "@/lib/db";
import { log } from "@/lib/observe";
import { findApiKeyByHash, updateApiKeyLastUsed } from "./api-keys.repo";
import { hashOfApiKey } from "./api-key-secret";
import { merchantOfApiKey } from "./core/api-key-form";

/** A key that is good, and what it may do. */
type KnownKey = {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly store: string | null;
};

type Entry = {
  readonly merchantId: string;
  readonly known: KnownKey | null;
  readonly goodUntil: number;
  usedAt: number;
};

/** The trigger `api_keys_tell` notifies it with the id of the merchant whose keys changed. */
const CHANNEL = "tollgate_keys";
/** The longest a change can stay unseen when the notification is lost. */
const GOOD_MILLIS = 5_000;
/** A key in steady use is read anew this long before, so that no request waits for it. */
const AHEAD_MILLIS = 1_000;
const USE_MILLIS = 60_000;
const MOST_ENTRIES = 10_000;

declare global {
  /** On the process, not in the module: the server and Next's bundle must forget a revoked key at the same time. */
  var tollgateKeys: KnownKeys | undefined;
}

/** What this process remembers of API keys; one memory for all copies of this module. */
export function knownKeys(): KnownKeys {
  return (globalThis.tollgateKeys ??= new KnownKeys());
}

/** Forgets the keys of a merchant at once in this process; a trigger tells the others. Call after the commit. */
export function forgetKeys(merchantId: string): void {
  globalThis.tollgateKeys?.forget(merchantId);
}

/**
 * What this process remembers of API keys, good ones and bad ones alike, for a few seconds: finding one costs a look
 * into a map, and guessing the same one again costs the database nothing.
 */
class KnownKeys {
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<Entry>>();
  #changes = 0;
  #listening = false;

  /** The key if it is good at `now`, else null. Notes the use, off the way of the request, once a minute. */
  async find(key: string, now: Date): Promise<KnownKey | null> {
    const found = this.#entries.get(key);
    const left = found ? found.goodUntil - now.getTime() : 0;
    const entry = found && left > 0 ? found : await this.#load(key, now);
    if (left > 0 && left < AHEAD_MILLIS) this.#load(key, now).catch((error: unknown) => log.warn(error));
    if (entry.known) this.#noteUse(entry.known, entry, now);
    return entry.known;
  }

  forget(merchantId: string): void {
    this.#changes += 1;
    this.#loading.clear(); // whoever asks from now on must not be given what was read before
    for (const [key, entry] of this.#entries) {
      if (entry.merchantId === merchantId) this.#entries.delete(key);
    }
  }

  forgetAll(): void {
    this.#changes += 1;
    this.#loading.clear();
    this.#entries.clear();
  }

  async #load(key: string, now: Date): Promise<Entry> {
    const merchantId = merchantOfApiKey(key);
    if (!merchantId) return { merchantId: "", known: null, goodUntil: 0, usedAt: 0 };
    this.#listen();
    const running = this.#loading.get(key);
    if (running) return running;
    const load = this.#read(merchantId, key, now).finally(() => this.#loading.delete(key));
    this.#loading.set(key, load);
    return load;
  }

  async #read(merchantId: string, key: string, now: Date): Promise<Entry> {
    const changes = this.#changes;
    const hash = hashOfApiKey(key);
    const row = await findApiKeyByHash(merchantId, hash);
    const entry: Entry = {
      merchantId,
      known:
        row && timingSafeEqual(row.keyHash, hash)
          ? {
              id: row.id,
              merchantId,
              name: row.name,
              permissions: permissionsOfScopes(row.scopes),
              store: row.store,
            }
          : null,
      goodUntil: now.getTime() + GOOD_MILLIS,
      usedAt: row?.lastUsedAt?.getTime() ?? 0,
    };
    // What was read before a change must not be remembered after it.
    if (changes === this.#changes) this.#keep(key, entry);
    return entry;
  }

  /** The oldest makes room: a Map keeps the order of insertion. */
  #keep(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size <= MOST_ENTRIES) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  #noteUse(key: KnownKey, entry: Entry, now: Date): void {
    if (now.getTime() - entry.usedAt < USE_MILLIS) return;
    entry.usedAt = now.getTime();
    updateApiKeyLastUsed(key.merchantId, key.id, now).catch((error: unknown) => log.warn(error));
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    listen(CHANNEL, {
      onPayload: (merchantId) => this.forget(merchantId),
      onReset: () => this.forgetAll(),
    }).catch((error: unknown) => {
      this.#listening = false;
      log.warn(error);
    });
  }
}
