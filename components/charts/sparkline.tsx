const WIDTH = 120;
const HEIGHT = 28;
const PAD = 2;

/** How a figure went, day by day, as a line from zero. It repeats what the chart tells exactly, so it is no text. */
export function Sparkline({ values }: { values: readonly bigint[] }) {
  const most = values.reduce((max, value) => (value > max ? value : max), 0n);
  if (most === 0n || values.length < 2) return null;
  const points = values.map((value, place) => {
    const x = PAD + (place * (WIDTH - 2 * PAD)) / (values.length - 1);
    const y = HEIGHT - PAD - (Number((value * 1_000n) / most) / 1_000) * (HEIGHT - 2 * PAD);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      className="tg-sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable="false"
    >
      <polyline points={points.join(" ")} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
