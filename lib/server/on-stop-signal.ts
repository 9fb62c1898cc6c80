/**
 * Calls `stop` once, at the first SIGINT, SIGTERM or SIGHUP, and then ends the process with
 * `exitCode`. A second signal ends it at once.
 */
export function onStopSignal(stop: () => Promise<void>, exitCode = 0): void {
  let stopping = false;
  const handle = () => {
    if (stopping) process.exit(130);
    stopping = true;
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
