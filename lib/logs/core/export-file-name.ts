const UNFIT = /[^\p{L}\p{N}._-]+/gu;
const LONGEST = 140;

/** The name of an export's file: what it holds, by its filters, and the day it was made. */
export function exportFileName(
  filters: Readonly<Record<string, string | undefined>>,
  { day, extension }: { day: string; extension: string },
): string {
  const parts = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}-${value}`],
  );
  const words = Array.from(["logs", ...parts].join("_").replace(UNFIT, "-")).slice(0, LONGEST);
  return `${words.join("")}_${day}.${extension}`;
}
