import type { Route } from "next";

/**
 * An address made at run time, as a route for links and the router. Throws for what is no address of this site or
 * of the web: a programming error, and never a way to run a script.
 */
export function route(href: string): Route {
  if (!isAddress(href)) throw new Error(`Not an address: ${href}`);
  return href;
}

function isAddress(href: string): href is Route {
  return /^([/?#]|https?:\/\/)/.test(href);
}
