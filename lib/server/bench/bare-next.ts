import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { BARE_NEXT_PATH } from "./peer-paths";
import { type Child, runNode, startNode } from "./children";

const NEXT = resolve("node_modules/next/dist/bin/next");

/** A Next app with one route handler that returns JSON and does nothing else. */
const FILES = {
  "package.json": '{ "name": "bare-next", "private": true, "type": "module" }\n',
  "next.config.js": 'export default { turbopack: { root: new URL("../..", import.meta.url).pathname } };\n',
  "app/layout.js": 'export default ({ children }) => (<html lang="en"><body>{children}</body></html>);\n',
  "app/page.js": "export default () => <p>A peer to measure against.</p>;\n",
  [`app${BARE_NEXT_PATH}/route.js`]: 'export const POST = () => Response.json({ ok: true, cost: "2" });\n',
};

/** Builds the app in `folder` unless it is there, and serves it with `next start`. */
export async function startBareNext(folder: string): Promise<Child & { readonly url: string }> {
  const home = resolve(folder, "bare-next");
  if (!isBuilt(home)) await build(home);
  const child = await startNode(
    [NEXT, "start", home, "-p", "0", "-H", "127.0.0.1"],
    /http:\/\/127\.0\.0\.1:(\d+)/,
    {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  );
  return { ...child, url: `http://127.0.0.1:${child.match[1]}` };
}

const versionOfNext = () => readFileSync("node_modules/next/package.json", "utf8");

function isBuilt(home: string): boolean {
  const mark = join(home, ".next/built-with");
  return existsSync(mark) && readFileSync(mark, "utf8") === versionOfNext();
}

async function build(home: string): Promise<void> {
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), content);
  }
  await runNode([NEXT, "build", home], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  writeFileSync(join(home, ".next/built-with"), versionOfNext());
}
