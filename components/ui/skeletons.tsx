/** Grey stand-ins of the very size of what comes, so that nothing moves when it does. */
function Bone({ width, height = 12 }: { width: string | number; height?: number }) {
  return <span className="tg-bone" style={{ width, height }} />;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
const CELL_WIDTHS = ["68%", "44%", "56%", "38%", "62%", "50%", "30%"];

/** A table of so many rows and columns. */
export function TableSkeleton({ rows = 10, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div className="tg-surface tg-table-skeleton" role="status" aria-label="Loading">
      {range(rows + 1).map((row) => (
        <div key={row} className="tg-table-skeleton-row">
          {range(columns).map((column) => (
            <Bone key={column} width={CELL_WIDTHS[(row + column * 2) % CELL_WIDTHS.length] ?? "50%"} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The bar of filters above a list. */
export function FiltersSkeleton() {
  return (
    <div className="tg-filters" role="status" aria-label="Loading">
      <Bone width="min(100%, 720px)" height={32} />
    </div>
  );
}

/** A line of figures. */
export function LineSkeleton() {
  return (
    <div className="tg-line-skeleton" role="status" aria-label="Loading">
      <Bone width="min(100%, 480px)" />
    </div>
  );
}

/** A row of stat cards. */
export function StatsSkeleton({ count = 4 }: { count?: number }) {
  return (
    <div className="tg-stats" role="status" aria-label="Loading">
      {range(count).map((index) => (
        <div key={index} className="tg-surface tg-stat">
          <Bone width={96} />
          <Bone width={120} height={24} />
        </div>
      ))}
    </div>
  );
}

/** A framed chart. */
export function ChartSkeleton({ height = 240 }: { height?: number }) {
  return (
    <div className="tg-surface tg-chart" role="status" aria-label="Loading">
      <div className="tg-chart-head">
        <Bone width={180} height={14} />
      </div>
      <div className="tg-chart-body" style={{ height }} />
    </div>
  );
}

/** A page's header and first block. */
export function PageSkeleton() {
  return (
    <div className="tg-page-skeleton" role="status" aria-label="Loading">
      <Bone width={160} height={20} />
      <Bone width="42%" />
      <div className="tg-surface tg-page-skeleton-block" />
    </div>
  );
}
