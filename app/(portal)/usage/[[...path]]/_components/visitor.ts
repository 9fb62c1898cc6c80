import { timeZoneField } from "@/lib/kernel/time-zone";
import { findVisit, type Portal, type Visit } from "@/lib/portal";
import { OPTION_NAMES, optionsOf, type PageOptions } from "@/lib/portal/core";
import { type Format, formatOf } from "./format";
import { chooseWords, type Words } from "./words";

/** What an address says and its links repeat, so that the page stays as it was asked for. */
const CARRIED = ["host", "theme", "lang", "tz", "embed", ...OPTION_NAMES] as const;
const FRAMES = new Set(["iframe", "frame", "embed", "object"]);
const THEMES = ["light", "dark"] as const;

/** One request for a merchant's page: how it is to be shown, and the key it came with. */
export type Visitor = {
  readonly portal: Portal;
  readonly query: ReadonlyMap<string, string>;
  readonly options: PageOptions;
  readonly words: Words;
  readonly format: Format;
  /** Whether the zone is the merchant's, because nobody said the visitor's. */
  readonly zoneIsGuessed: boolean;
  readonly theme: (typeof THEMES)[number] | null;
  /** In a frame of another page, so without a cookie. */
  readonly embedded: boolean;
  /** The site whose page the frame stands in, when the merchant allows it. */
  readonly host: string | null;
  readonly key: string | null;
  /** Network address of the browser, as the nearest proxy told it. */
  readonly address: string | null;
  /** Spent on the one style element of the page. */
  readonly nonce: string;
};

/** Reads a request: its address, what its headers tell of the browser, and its cookies. */
export function readVisitor(portal: Portal, request: Request): Visitor {
  const { headers } = request;
  const query = new Map(new URL(request.url).searchParams);
  const cookies = cookiesOf(headers.get("cookie"));
  const embedded = isEmbedded(headers, query);
  const words = chooseWords({
    asked: query.get("lang"),
    merchant: portal.settings.language,
    browser: headers.get("accept-language"),
  });
  const zone = zoneOf(query.get("tz")) ?? zoneOf(cookies.get(ZONE_COOKIE));
  return {
    portal,
    query,
    options: optionsOf(portal.settings, query),
    words,
    format: formatOf(words.locale, zone ?? portal.merchant.timeZone),
    zoneIsGuessed: zone === null,
    theme: THEMES.find((theme) => theme === query.get("theme")) ?? null,
    embedded,
    host: embedded ? hostOf(portal, query.get("host")) : null,
    key: (embedded ? query.get("s") : cookies.get(keyCookie(portal.merchant.slug))) ?? null,
    address: headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null,
    nonce: crypto.randomUUID(),
  };
}

/** Who is signed in, if anybody. */
export function visitOf(visitor: Visitor): Promise<Visit | null> {
  return findVisit(visitor.portal, visitor.key, visitor.embedded);
}

/** Set by the page's own script, which knows the browser's zone. */
const ZONE_COOKIE = "tollgate_tz";
const KEY_COOKIE = "tollgate_usage_";

/** The cookie with the key of a merchant's page; slugs are small letters, digits and hyphens. */
export function keyCookie(slug: string): string {
  return KEY_COOKIE + slug;
}

/** The merchants whose pages this browser has a key of. */
export function slugsOfCookies(request: Request): string[] {
  return [...cookiesOf(request.headers.get("cookie")).keys()]
    .filter((name) => name.startsWith(KEY_COOKIE))
    .map((name) => name.slice(KEY_COOKIE.length))
    .filter((slug) => /^[a-z0-9-]{1,60}$/.test(slug));
}

/** Browsers say where their answer goes (Fetch Metadata); of those that do not, the embedding script does. */
function isEmbedded(headers: Headers, query: ReadonlyMap<string, string>): boolean {
  const destination = headers.get("sec-fetch-dest");
  return destination === null ? query.get("embed") === "1" : FRAMES.has(destination);
}

function hostOf({ settings }: Portal, host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(host)) return null;
  const { origin } = new URL(host);
  return settings.origins.includes(origin) ? origin : null;
}

function zoneOf(name: string | undefined): string | null {
  const parsed = timeZoneField.safeParse(name);
  return parsed.success ? parsed.data : null;
}

function cookiesOf(header: string | null): Map<string, string> {
  const pairs = (header ?? "").split(";").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())];
  });
  return new Map(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type LinkWish = { readonly key?: string | null; readonly more?: Readonly<Record<string, string | null>> };

/** An address of this merchant's page that keeps how it is shown; inside a frame, with the key of the session. */
export function addressIn(visitor: Visitor, path: string, { key, more = {} }: LinkWish = {}): string {
  const session = key === undefined ? visitor.key : key;
  const params = new URLSearchParams(
    [
      ...CARRIED.map((name) => [name, visitor.query.get(name) ?? null] as const),
      ["s", visitor.embedded ? session : null] as const,
      ...Object.entries(more),
    ].flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  const base = `/usage/${encodeURIComponent(visitor.portal.merchant.slug)}${path}`;
  return params.size === 0 ? base : `${base}?${params.toString()}`;
}
