import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { storeZip, type ZipEntry } from "./store-zip";

const FOLDER = "tollgate-usage";
const SOURCES = join(process.cwd(), "public", "wordpress", FOLDER);

/** Where the plugin is to look: this installation, and the merchant's slug on it. */
type Place = { readonly url: string; readonly slug: string };

/**
 * The WordPress plugin as the archive that WordPress installs under Plugins → Add New → Upload Plugin, knowing its
 * address and slug already; only the secret is left to enter. There is no secret in it.
 */
export async function wordpressPlugin(place: Place): Promise<Uint8Array> {
  const names = (await readdir(SOURCES)).sort();
  const sources = await Promise.all(
    names.map(async (name): Promise<ZipEntry> => {
      return { name: `${FOLDER}/${name}`, bytes: await readFile(join(SOURCES, name)) };
    }),
  );
  return storeZip([...sources, { name: `${FOLDER}/defaults.php`, bytes: Buffer.from(defaultsOf(place)) }]);
}

/** A PHP file that returns what the settings are until somebody enters something else. */
function defaultsOf({ url, slug }: Place): string {
  return `<?php
/** Written by Tollgate for this download: what its settings are where nothing else was entered. */

defined('ABSPATH') || exit;

return array('url' => ${quoted(url)}, 'slug' => ${quoted(slug)});
`;
}

/** A PHP string in single quotes, in which only \\ and ' mean something. */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
