const STILL_MILLIS = 20_000;

/** Prints a line for the operator. Not a log: `lib/observe` writes those. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs one step of starting up and prints what came of it and how long it took. */
export async function step<T>(name: string, run: () => Promise<T>, result: (value: T) => string): Promise<T> {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  const still = setInterval(() => say(`  … ${name}: ${seconds()}`), STILL_MILLIS);
  try {
    const value = await run();
    say(`✓ ${result(value)} (${seconds()})`);
    return value;
  } finally {
    clearInterval(still);
  }
}
