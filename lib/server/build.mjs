// @ts-check
/**
 * `npm run build`: the web app, ready for `npm start`. Builds nothing when no source has changed. Ends with how much
 * JavaScript a first visit of each page loads.
 */
import { prepare } from "./prepare.mjs";

Reflect.set(process.env, "NODE_ENV", "production");
await prepare();
const { buildWebApp } = await import("./build-web-app.ts");
await buildWebApp();

const { pageSizes, pageSizeLines } = await import("./page-sizes.ts");
const { say } = await import("./progress.ts");
["JavaScript of a first visit, compressed:", ...pageSizeLines(pageSizes())].forEach(say);
