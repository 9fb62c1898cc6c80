/** One figure measured in every round, e.g. requests per second. */
type Side = { readonly name: string; readonly unit: string; readonly values: readonly number[] };

/** What one path achieved beside its limit. */
export type Comparison = {
  readonly row: string;
  readonly path: string;
  readonly ours: Side;
  readonly peer: Side;
  /** At least this much of the peer, or at most. */
  readonly aim: Aim;
  readonly notes: readonly string[];
};

type Aim = { readonly bound: "at least" | "at most"; readonly ratio: number };

export type Verdict = { readonly ratio: number; readonly ratios: readonly number[]; readonly met: boolean };

/** The middle value; of an even number of values the mean of the two in the middle. 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  if (!Number.isInteger(middle)) return upper;
  return ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The median of the rounds' ratios: both sides of a round ran next to each other, so noise falls on both. */
export function judge({ ours, peer, aim }: Pick<Comparison, "ours" | "peer" | "aim">): Verdict {
  const ratios = ours.values.map((value, round) => value / (peer.values[round] ?? Number.NaN));
  const ratio = median(ratios);
  return { ratio, ratios, met: aim.bound === "at least" ? ratio >= aim.ratio : ratio <= aim.ratio };
}

/** Runs the sides one after the other, round by round (A, B, A, B, …); a list of values for each side. */
export async function alternate(
  rounds: number,
  sides: readonly (() => Promise<number>)[],
): Promise<readonly number[][]> {
  const values = sides.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of sides.entries()) values[index]?.push(await measure());
  }
  return values;
}

/** The comparisons as a table for a terminal. */
export function tableOf(comparisons: readonly Comparison[]): string {
  const lines = comparisons.map((each) => {
    const { ratio, met } = judge(each);
    const { bound, ratio: aim } = each.aim;
    return [
      each.row,
      each.path,
      sideText(each.ours),
      `${each.peer.name}: ${sideText(each.peer)}`,
      `${ratio.toFixed(2)} ×`,
      `${bound === "at least" ? "≥" : "≤"} ${aim} ×`,
      met ? "PASS" : "MISS",
    ];
  });
  const table = [["Row", "Path", "Median", "Beside", "Ratio", "Aim", ""], ...lines];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const notes = comparisons.flatMap((each) => each.notes.map((note) => `${each.row}: ${note}`));
  return [...text, ...(notes.length === 0 ? [] : ["", ...new Set(notes)])].join("\n");
}

function sideText({ values, unit }: Side): string {
  const value = median(values);
  const digits = value < 100 ? 2 : 0;
  return `${value.toLocaleString("en-US", { maximumFractionDigits: digits })} ${unit}`;
}
