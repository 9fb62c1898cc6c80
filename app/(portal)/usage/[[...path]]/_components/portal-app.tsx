/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { endVisit, findPortal, type Portal } from "@/lib/portal";
import { toFailure } from "@/lib/web";
import { buy } from "./buy";
import { enterByLink, enterByToken } from "./enter";
import { GuestScreen } from "./guest-screen";
import { PlainScreen } from "./message-screen";
import { PageScreen } from "./page-screen";
import { HistoryScreen } from "./purchases-section";
import { readGuest, readHistory, readPage, readStatementScreen } from "./read-screens";
import { page, redirect, sessionCookie } from "./reply";
import { askForMail, ConfirmScreen } from "./sign-in";
import { statementFile } from "./statement-file";
import { StatementScreen } from "./statement-screen";
import { addressIn, readVisitor, slugsOfCookies, type Visitor, visitOf } from "./visitor";
import { chooseWords } from "./words";

type Handler = (visitor: Visitor, request: Request) => Promise<Response>;

/** The customer's page: one small app, so that each address is one line here. */
export const portalApp = new Hono();

portalApp.get("/usage", async (c) => whichPage(c.req.raw));
portalApp.get("/usage/:merchant", (c) => answer(c.req, showPage));
portalApp.post("/usage/:merchant", (c) => answer(c.req, enterByPost));
portalApp.get("/usage/:merchant/enter", (c) => answer(c.req, enterByLink));
portalApp.get("/usage/:merchant/sign-in", (c) => answer(c.req, confirm));
portalApp.post("/usage/:merchant/sign-in", (c) => answer(c.req, signIn));
portalApp.post("/usage/:merchant/sign-out", (c) => answer(c.req, signOut));
portalApp.post("/usage/:merchant/buy", (c) => answer(c.req, buy));
portalApp.get("/usage/:merchant/purchases", (c) => answer(c.req, showHistory));
portalApp.get("/usage/:merchant/statement", (c) => answer(c.req, showStatement));
portalApp.get("/usage/:merchant/statement.csv", (c) => answer(c.req, statementFile));
portalApp.notFound((c) => noPage(c.req.raw));
portalApp.onError((error, c) => {
  toFailure(error); // logs what nobody foresaw
  return plain(c.req.raw, "broken", 500);
});

type Asked = { raw: Request; param(name: "merchant"): string | undefined };

async function answer(asked: Asked, handler: Handler): Promise<Response> {
  const portal = await findPortal(asked.param("merchant") ?? "", new Date());
  if (!portal) return noPage(asked.raw);
  return handler(readVisitor(portal, asked.raw), asked.raw);
}

async function showPage(visitor: Visitor): Promise<Response> {
  const token = visitor.query.get("token");
  if (token !== undefined) return enterByToken(visitor, token);
  const visit = await visitOf(visitor);
  if (!visit) return page(visitor, <GuestScreen visitor={visitor} {...await readGuest(visitor)} />);
  return page(visitor, <PageScreen visitor={visitor} visit={visit} data={await readPage(visitor, visit)} />);
}

async function enterByPost(visitor: Visitor, request: Request): Promise<Response> {
  const token = (await request.formData()).get("token");
  return enterByToken(visitor, typeof token === "string" ? token : "");
}

/** A link by mail asks before it signs in: mail programs open links by themselves. */
async function confirm(visitor: Visitor): Promise<Response> {
  const link = visitor.query.get("link");
  if (link === undefined) return redirect(addressIn(visitor, ""));
  return page(visitor, <ConfirmScreen visitor={visitor} link={link} />);
}

async function signIn(visitor: Visitor, request: Request): Promise<Response> {
  const form = await request.formData();
  const link = form.get("link");
  if (typeof link === "string") return enterByLink(visitor, request, link);
  const { ok, screen } = await askForMail(visitor, form.get("email"));
  return page(visitor, screen, ok ? 200 : 422);
}

async function signOut(visitor: Visitor): Promise<Response> {
  await endVisit(visitor.portal, visitor.key);
  const { slug } = visitor.portal.merchant;
  const to = addressIn(visitor, "", { key: null, more: { out: "1" } });
  return redirect(to, visitor.embedded ? undefined : sessionCookie(slug, "", 0));
}

async function showHistory(visitor: Visitor): Promise<Response> {
  const visit = await visitOf(visitor);
  if (!visit || !visitor.options.purchasehistory) return redirect(addressIn(visitor, ""));
  return page(
    visitor,
    <HistoryScreen visitor={visitor} visit={visit} {...await readHistory(visitor, visit)} />,
  );
}

async function showStatement(visitor: Visitor): Promise<Response> {
  const visit = await visitOf(visitor);
  if (!visit) return redirect(addressIn(visitor, ""));
  const read = await readStatementScreen(visitor, visit);
  return page(visitor, <StatementScreen visitor={visitor} visit={visit} {...read} />);
}

function noPage(request: Request): Promise<Response> {
  return plain(request, "noPage", 404);
}

/** `/usage` alone: the page of the one shop this browser is signed in to, or a list of them. */
async function whichPage(request: Request): Promise<Response> {
  const found = await Promise.all(slugsOfCookies(request).map((slug) => findPortal(slug, new Date())));
  const portals = found.filter((portal): portal is Portal => portal !== null);
  const [first, ...others] = portals;
  if (first && others.length === 0) return redirect(`/usage/${encodeURIComponent(first.merchant.slug)}`);
  const shops = portals.map(({ merchant: { slug, name } }) => ({ slug, name }));
  return plain(request, "whichPage", 200, shops);
}

async function plain(
  request: Request,
  what: "noPage" | "whichPage" | "broken",
  ...[status, shops = []]: [status: number, shops?: { slug: string; name: string }[]]
): Promise<Response> {
  const browser = request.headers.get("accept-language");
  const asked = new URL(request.url).searchParams.get("lang") ?? undefined;
  const words = chooseWords({ asked, merchant: null, browser });
  return page(null, <PlainScreen words={words} what={what} shops={shops} />, status);
}
