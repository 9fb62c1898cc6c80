// @ts-check
/** The program under test, run as `npm start` runs it. */
import { importBundled } from "../import-bundled.mjs";
import { prepare } from "../prepare.mjs";

await prepare();
await importBundled("lib/server/bench/served.ts");
