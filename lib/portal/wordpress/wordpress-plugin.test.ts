import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPTION_NAMES } from "../core";
import { wordpressPlugin } from "./wordpress-plugin";

const FOLDER = "tollgate-usage";
const PLACE = { url: "https://it's.example.com", slug: "demo" };
const hasPhp = spawnSync("php", ["--version"]).status === 0;

/** The files of an archive, found through its directory, as programs that unpack it do. */
function unpacked(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(begin, begin + zip.readUInt32LE(at + 24));
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16));
    files.set(zip.toString("utf8", at + 46, at + 46 + nameLength), content);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

describe("the plugin's archive", () => {
  test("holds every file of the plugin in one folder, and the installation's own address", async () => {
    const files = unpacked(await wordpressPlugin(PLACE));

    const sources = readdirSync(`public/wordpress/${FOLDER}`).map((name) => `${FOLDER}/${name}`);
    expect([...files.keys()].sort()).toEqual([...sources, `${FOLDER}/defaults.php`].sort());
    for (const name of sources) {
      expect(files.get(name)?.equals(readFileSync(`public/wordpress/${name}`)), name).toBe(true);
    }
  });

  test("has the options that the page has, in the plugin and in the block", async () => {
    const files = unpacked(await wordpressPlugin(PLACE));
    const read = (name: string) => files.get(`${FOLDER}/${name}`)?.toString() ?? "";

    const options = /const TOLLGATE_OPTIONS = array\(([^)]*)\)/.exec(read("tollgate-usage.php"))?.[1] ?? "";
    const inPlugin = [...options.matchAll(/'(\w+)' =>/g)].map(([, name]) => name);
    expect(inPlugin.sort()).toEqual([...OPTION_NAMES].sort());
    for (const name of OPTION_NAMES) expect(read("block.js"), name).toContain(`"${name}"`);
  });

  test("is the same archive for the same place", async () => {
    expect(Buffer.from(await wordpressPlugin(PLACE)).equals(await wordpressPlugin(PLACE))).toBe(true);
  });
});

describe.runIf(hasPhp)("on PHP", () => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tollgate-plugin-"));
    for (const [name, content] of unpacked(await wordpressPlugin(PLACE))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("every file can be read", () => {
    for (const name of readdirSync(join(folder, FOLDER)).filter((each) => each.endsWith(".php"))) {
      execFileSync("php", ["-l", join(folder, FOLDER, name)]);
    }
  });

  test("an address with a quote in it stays an address", () => {
    const script = `define('ABSPATH', '/'); echo json_encode(require '${join(folder, FOLDER, "defaults.php")}');`;
    expect(JSON.parse(execFileSync("php", ["-r", script]).toString())).toEqual(PLACE);
  });
});
