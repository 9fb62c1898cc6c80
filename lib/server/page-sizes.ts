import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const NEXT = ".next";
const MANIFEST = "page_client-reference-manifest.js";
const buildManifest = z.object({ rootMainFiles: z.array(z.string()) });
const pageManifest = z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) });

export type PageSize = { readonly page: string; readonly kilobytes: number };

/**
 * How much JavaScript a browser loads for a first visit of each page, compressed as it travels: what every page
 * needs, and what the page, its layouts and its waiting and failing states add. Scripts that a page asks for later,
 * such as the drawing of charts, are not in it. The heaviest page first.
 */
export function pageSizes(): PageSize[] {
  const shared = buildManifest.parse(JSON.parse(readFileSync(join(NEXT, "build-manifest.json"), "utf8")));
  const weights = new Map<string, number>();
  const weigh = (file: string) => {
    const known = weights.get(file);
    if (known !== undefined) return known;
    const path = join(NEXT, file);
    const weight = existsSync(path) ? gzipSync(readFileSync(path)).length : 0;
    weights.set(file, weight);
    return weight;
  };
  const app = join(NEXT, "server/app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(MANIFEST))
    .map((file) => {
      const files = new Set([...shared.rootMainFiles, ...scriptsOf(join(app, file))]);
      const bytes = [...files].reduce((sum, each) => sum + weigh(each), 0);
      return { page: addressOf(file), kilobytes: Math.round(bytes / 1_000) };
    })
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

/** What a page's manifest names; it is a script that assigns one JSON value. */
function scriptsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const json = text.slice(text.indexOf("] = ") + "] = ".length).replace(/;\s*$/, "");
  const { entryJSFiles } = pageManifest.parse(JSON.parse(json));
  return Object.entries(entryJSFiles)
    .filter(([entry]) => !entry.endsWith("/global-error"))
    .flatMap(([, scripts]) => scripts);
}

/** The address a manifest belongs to: route groups are no part of it. */
function addressOf(file: string): string {
  const path = file.replaceAll("\\", "/").slice(0, -MANIFEST.length);
  return `/${path.replace(/\([^)]*\)\//g, "").replace(/\/$/, "")}`;
}

/** The sizes as lines for people. */
export function pageSizeLines(sizes: readonly PageSize[]): string[] {
  const width = Math.max(...sizes.map(({ page }) => page.length));
  return sizes.map(({ page, kilobytes }) => `  ${page.padEnd(width)}  ${String(kilobytes).padStart(4)} kB`);
}
