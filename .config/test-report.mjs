// @ts-check
import { spawn } from "node:child_process";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ ok: boolean, output: string, counts?: Counts | undefined, note?: string | undefined }} Result */

const STILL_MILLIS = 30_000;

/** Runs steps, prints a line for each when it ends, and counts: a check without tests in it is one test. */
export class Report {
  /** @type {Counts} */
  #total = { passed: 0, failed: 0, skipped: 0 };

  /**
   * A step that throws has failed; what it printed is shown only then.
   * @param {string} name
   * @param {() => Promise<Result> | Result} run
   * @returns {Promise<boolean>} whether it passed
   */
  async step(name, run) {
    const startedAt = performance.now();
    const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    const still = setInterval(() => console.log(`  … ${name}: ${seconds()}`), STILL_MILLIS);
    const result = await attempt(run);
    clearInterval(still);
    const counts = result.counts ?? { passed: Number(result.ok), failed: Number(!result.ok), skipped: 0 };
    // A run that broke without a failing test in it has failed all the same.
    if (!result.ok && counts.failed === 0) counts.failed = 1;
    this.#total.passed += counts.passed;
    this.#total.failed += counts.failed;
    this.#total.skipped += counts.skipped;
    const note = result.note ?? (result.counts ? summary(counts) : "");
    console.log(`${result.ok ? "✓" : "✗"} ${name}${note ? `: ${note}` : ""} (${seconds()})`);
    if (!result.ok) console.log(indent(result.output));
    return result.ok;
  }

  /** Counts a step that could not run because another one failed. */
  skip(/** @type {string} */ name, /** @type {string} */ why) {
    this.#total.skipped += 1;
    console.log(`- ${name}: skipped, ${why}`);
  }

  /** The last line of every run, and the exit code. */
  finish() {
    console.log(summary(this.#total));
    process.exitCode = this.#total.failed === 0 ? 0 : 1;
  }
}

/** @param {() => Promise<Result> | Result} run @returns {Promise<Result>} */
async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** @param {Counts} counts */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

function indent(/** @type {string} */ text) {
  return text.trimEnd().replace(/^/gm, "    ");
}

/**
 * Runs a Node program of ours or of a dependency to its end, its output kept.
 * @param {string[]} argv
 * @param {Record<string, string>} env added to ours
 * @returns {Promise<Result>}
 */
export function node(argv, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill("SIGTERM");
    process.once("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => (output += chunk));
    }
    child.once("error", reject).once("close", (code) => {
      process.off("exit", end);
      resolve({ ok: code === 0, output });
    });
  });
}
