const DAY_MILLIS = 86_400_000;

/** The calendar day `count` days after ("2026-02-28", 1 → "2026-03-01"), or before when negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MILLIS).toISOString().slice(0, 10);
}

/** How many calendar days lie from one day to another, both counted; 0 or less when they are the wrong way round. */
export function countDays(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLIS + 1;
}

/** Every calendar day from one to another, both included. */
export function listDays(from: string, to: string): readonly string[] {
  const length = countDays(from, to);
  return length > 0 ? Array.from({ length }, (_, index) => addDays(from, index)) : [];
}
