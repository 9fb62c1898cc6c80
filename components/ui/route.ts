import type { Route } from "next";

/** Marks an address made at run time as a route. The only place where one becomes the other. */
export function route(href: string): Route {
  return href as Route;
}
