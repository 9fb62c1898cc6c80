import { portalApp } from "./_components/portal-app";

/**
 * The customer's page is plain HTML from a route handler, not a page of Next's: it reads without JavaScript (what Next
 * streams into a page does not), carries no client bundle, and says by itself who may frame it, merchant by merchant.
 */
const handle = (request: Request) => portalApp.fetch(request);

/** A look at the headers uses no link and signs nobody in. */
const HEAD = () => new Response(null, { headers: { "cache-control": "no-store" } });

export { handle as GET, HEAD, handle as POST };
