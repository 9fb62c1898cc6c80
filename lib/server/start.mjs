// @ts-check
/** `npm start` and `npm run dev`. */
import { prepare } from "./prepare.mjs";

const dev = process.argv.includes("--dev");
Reflect.set(process.env, "NODE_ENV", dev ? "development" : "production");
process.env["NEXT_TELEMETRY_DISABLED"] ??= "1";
await prepare((line) => process.stdout.write(`${line}\n`));
// What prepare installs is not there to be imported before it is done.
const { importBundled } = await import("./import-bundled.mjs");
const { start } = await (dev ? import("./start.ts") : importBundled("lib/server/start.ts"));
await start({ dev });
