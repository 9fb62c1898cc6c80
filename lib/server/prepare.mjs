// @ts-check
/**
 * What every command does first, with nothing but Node: check its version, install what is missing, generate the
 * database client, and make TypeScript loadable. Does nothing but look when all of it is there.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/**
 * Makes this process ready to import the program's TypeScript. Ends it with one sentence when that cannot be.
 * @param {(line: string) => void} say what is being done, when it takes a while
 */
export async function prepare(say = (line) => process.stderr.write(`${line}\n`)) {
  process.chdir(root);
  checkNode();
  install(say);
  generateClient(say);
  const { register } = await import("tsx/esm/api");
  register();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const supported = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!supported) {
    stop(`Tollgate needs Node.js 20.19, 22.12 or 24 and newer; this is ${process.versions.node}.`);
  }
}

/** @param {(line: string) => void} say */
function install(say) {
  if (isInstalled()) return;
  say("Installing dependencies …");
  const npm = process.env["npm_execpath"];
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const [file, argv] = npm ? [process.execPath, [npm, ...args]] : ["npm", args];
  // What npm says goes to stderr: the stdout of a command is its result.
  const { status } = spawnSync(file, argv, { stdio: ["ignore", 2, 2], shell: file === "npm" });
  if (status !== 0) stop("The dependencies could not be installed: see npm's message above, then try again.");
}

/** Whether node_modules holds what the lock file asks for. Packages for other platforms may be absent. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** @param {(line: string) => void} say */
function generateClient(say) {
  const mark = "lib/db/generated/.made-from";
  const source = schemaHash();
  if (existsSync(mark) && readFileSync(mark, "utf8") === source) return;
  say("Generating the database client …");
  const argv = ["node_modules/prisma/build/index.js", "generate", "--config", ".config/prisma.ts"];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  if (status !== 0) stop(`The database client could not be generated.\n${stdout}${stderr}`);
  writeFileSync(mark, source);
}

function schemaHash() {
  const hash = createHash("sha256").update(readFileSync("node_modules/prisma/package.json"));
  for (const file of readdirSync("prisma/schema").sort()) {
    hash.update(readFileSync(join("prisma/schema", file)));
  }
  return hash.digest("hex");
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
