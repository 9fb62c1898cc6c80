// @ts-check
/** `npm run build`: the web app, ready for `npm start`. Does nothing when no source has changed. */
import { prepare } from "./prepare.mjs";

Reflect.set(process.env, "NODE_ENV", "production");
await prepare();
const { buildWebApp } = await import("./build-web-app.ts");
await buildWebApp();
