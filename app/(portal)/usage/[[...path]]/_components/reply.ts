import { env } from "@/lib/kernel/env";
import { accentColours } from "@/lib/portal/core";
import { keyCookie, type Visitor } from "./visitor";

type Markup = { toString(): string } | Promise<{ toString(): string }>;

/** A page of HTML. `visitor` is null on pages that belong to no merchant: nobody may frame those. */
export async function page(visitor: Visitor | null, markup: Markup, status = 200): Promise<Response> {
  const body = `<!doctype html>${(await markup).toString()}`;
  return new Response(body, {
    status,
    headers: {
      ...PRIVATE,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policyOf(visitor),
    },
  });
}

/** One person's own: kept by no cache; the key in a frame's address is told to nobody. */
export const PRIVATE = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  vary: "Accept-Language, Cookie, Sec-Fetch-Dest",
};

/**
 * Nothing runs but our own script, nothing is loaded but our own style and the merchant's logo, and the page is shown
 * in frames of the merchant's sites alone (CSP level 3).
 */
function policyOf(visitor: Visitor | null): string {
  const settings = visitor?.portal.settings;
  const logo = settings?.logoUrl ? ` ${new URL(settings.logoUrl).origin}` : "";
  const style = visitor ? `'self' 'nonce-${visitor.nonce}'` : "'self'";
  return [
    "default-src 'none'",
    `style-src ${style}`,
    "script-src 'self'",
    `img-src 'self' data:${logo}`,
    // A form of ours leads on to where is paid: Stripe's own host, or one of the merchant's in front of it.
    "form-action 'self' https:",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...(settings?.origins ?? [])].join(" ")}`,
  ].join("; ");
}

/** The merchant's colour as the page uses it; our own where none is set. */
export function accentStyle({ portal: { settings } }: Visitor): string {
  if (settings.accent === null) return "";
  const { fill, onFill, onLight, onDark, lineOnLight, lineOnDark } = accentColours(settings.accent);
  return `:root{--fill:${fill};--on-fill:${onFill};--accent:light-dark(${onLight},${onDark});--fill-line:light-dark(${lineOnLight},${lineOnDark})}`;
}

/** Sends the browser on, with a GET, wherever it came from. */
export function redirect(location: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...PRIVATE, location, ...(cookie === undefined ? {} : { "set-cookie": cookie }) },
  });
}

/** The cookie that keeps a visitor signed in to one merchant's page; no script sees it, no other site sends it. */
export function sessionCookie(slug: string, key: string, seconds: number): string {
  const secure = env().url.startsWith("https:") ? "; Secure" : "";
  return `${keyCookie(slug)}=${key}; Path=/usage; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
