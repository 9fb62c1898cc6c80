/** @jsxImportSource hono/jsx */
import { type EntryFault, enterWithLink, enterWithToken } from "@/lib/portal";
import { MessageScreen } from "./message-screen";
import { page, PRIVATE, redirect, sessionCookie } from "./reply";
import { addressIn, type Visitor } from "./visitor";

type Entry = Awaited<ReturnType<typeof enterWithLink>>;

const FAULT_STATUS: Record<EntryFault, number> = {
  expired: 410,
  used: 410,
  unknown: 404,
  forged: 401,
  other_merchant: 403,
};

/** Signs in with the link of the address, or the one a form brought. A browser that only looks ahead uses nothing. */
export async function enterByLink(visitor: Visitor, request: Request, link?: string): Promise<Response> {
  if (request.headers.get("sec-purpose")?.includes("prefetch")) {
    return new Response(null, { status: 204, headers: PRIVATE });
  }
  const used = link ?? visitor.query.get("link") ?? "";
  return entered(visitor, await enterWithLink(visitor.portal, used, visitor.embedded));
}

/** Signs in with a token that the merchant's own server signed. */
export async function enterByToken(visitor: Visitor, token: string): Promise<Response> {
  return entered(visitor, await enterWithToken(visitor.portal, token, visitor.embedded));
}

/** On to the page, its address without what signed in; inside a frame the key travels in it, else in a cookie. */
async function entered(visitor: Visitor, entry: Entry): Promise<Response> {
  if (!entry.ok) {
    const { title, text } = visitor.words.faults[entry.fault];
    return page(
      visitor,
      <MessageScreen visitor={visitor} title={title} text={text} />,
      FAULT_STATUS[entry.fault],
    );
  }
  const { portal, query, embedded } = visitor;
  const more = Object.fromEntries(
    ["section", "module", "scope"].map((name) => [name, query.get(name) ?? null]),
  );
  const to = addressIn(visitor, "", { key: entry.key, more });
  if (embedded) return redirect(to);
  const seconds = Math.floor((entry.expiresAt.getTime() - portal.now.getTime()) / 1_000);
  return redirect(to, sessionCookie(portal.merchant.slug, entry.key, seconds));
}
