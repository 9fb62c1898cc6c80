// @ts-check
/** `npm run bench`: the speed figures of this machine, each beside its limit. */
import { prepare } from "./prepare.mjs";

Reflect.set(process.env, "NODE_ENV", "production");
await prepare();
const { bench } = await import("./bench/bench.ts");
const { explain } = await import("./failure.ts");
process.exitCode = await bench(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${explain(error)}\n`);
  return 1;
});
