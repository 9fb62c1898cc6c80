// @ts-check
/** Documents must not point at what is no longer there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FOLDERS = "app|components|lib|prisma|e2e|public|\\.config|\\.ci";
/** A path in backticks that starts at the top of the repository, without patterns or placeholders in it. */
const CITED = new RegExp(`\`((?:${FOLDERS})/[^\`\\s*<>{}…]*)\``, "g");
/** A relative link of Markdown. */
const LINKED = /\]\((?!\w+:|#)([^)#\s]+)/g;

/** @returns {{ ok: boolean, output: string }} one line per broken reference */
export function brokenReferences() {
  const broken = documents().flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const cited = [...text.matchAll(CITED)].map(([, path = ""]) => path);
    const linked = [...text.matchAll(LINKED)].map(([, path = ""]) => join(dirname(file), path));
    return [...cited, ...linked].filter((path) => !existsSync(path)).map((path) => `${file} cites ${path}`);
  });
  return { ok: broken.length === 0, output: broken.join("\n") };
}

function documents() {
  const top = readdirSync(".").filter((name) => name.endsWith(".md"));
  const modules = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return [...top, ...modules.map((name) => join("lib", name))];
}
