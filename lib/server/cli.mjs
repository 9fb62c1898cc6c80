// @ts-check
/** `npm run -s tollgate -- <command>`: operator commands, beside a running server or without one. */
import { prepare } from "./prepare.mjs";

if (!process.env["NODE_ENV"]) Reflect.set(process.env, "NODE_ENV", "production");
await prepare();
const { runCli } = await import("./cli/run-cli.ts");
process.exitCode = await runCli(process.argv.slice(2));
