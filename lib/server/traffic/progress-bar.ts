import type { Tally } from "./tally";

const BAR_WIDTH = 30;
const BAR_MILLIS = 100;
const LINE_MILLIS = 5_000;

/** Shows how far a replay is: a bar that moves on a terminal, a line every few seconds elsewhere. */
export function makeProgressBar(out: NodeJS.WriteStream): (tally: Tally, total: number) => void {
  const startedAt = performance.now();
  const every = out.isTTY ? BAR_MILLIS : LINE_MILLIS;
  let shownAt = startedAt;
  return (tally, total) => {
    const now = performance.now();
    const done = tally.rows === total;
    if (!done && now - shownAt < every) return;
    shownAt = now;
    const text = progressText(tally.rows, total, (now - startedAt) / 1_000);
    out.write(out.isTTY ? `\r${text}\u001b[K${done ? "\n" : ""}` : `${text}\n`);
  };
}

/** One line: bar, rows, share, speed and the time it will still take. */
export function progressText(rows: number, total: number, seconds: number): string {
  const share = total === 0 ? 1 : rows / total;
  const filled = Math.round(share * BAR_WIDTH);
  const perSecond = seconds > 0 ? rows / seconds : 0;
  const left = perSecond > 0 ? Math.ceil((total - rows) / perSecond) : 0;
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  return `${bar} ${rows}/${total} rows, ${Math.floor(share * 100)} %, ${Math.round(perSecond)} rows/s, ${left} s left`;
}
