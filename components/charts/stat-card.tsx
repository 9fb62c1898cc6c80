import { TrendingDown, TrendingUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { InfoTip } from "@/components/ui/info-tip";
import { route } from "@/components/ui/route";
import { Sparkline } from "./sparkline";
import "./charts.css";

type StatCardProps = {
  label: string;
  /** The exact meaning: what counts and what does not. */
  tip: string;
  /** The figure, from `components/ui`: `<Credits micros={…} />`. */
  children: ReactNode;
  /** What the figure is in: "credits". */
  unit?: string;
  /** A second figure that belongs to it: "318 requests". */
  note?: ReactNode;
  trend?: { readonly direction: "up" | "down"; readonly label: string };
  /** Where the figure's parts can be seen. */
  href?: string;
  /** The figure day by day, drawn as a line. */
  days?: readonly bigint[];
};

/** One figure with its name and its exact meaning. */
export function StatCard({ label, tip, children, unit, note, trend, href, days }: StatCardProps) {
  return (
    <div className="tg-surface tg-stat" role="group" aria-label={label}>
      <div className="tg-stat-label">
        {href ? (
          <Link href={route(href)} className="tg-stat-link">
            {label}
          </Link>
        ) : (
          label
        )}
        <InfoTip label={label} text={tip} />
      </div>
      <div className="tg-stat-figure">
        {children}
        {unit ? <span className="tg-stat-unit">{unit}</span> : null}
      </div>
      {note || trend ? (
        <div className="tg-stat-note">
          {trend ? <Trend {...trend} /> : null}
          {note}
        </div>
      ) : null}
      {days ? <Sparkline values={days} /> : null}
    </div>
  );
}

function Trend({ direction, label }: { direction: "up" | "down"; label: string }) {
  return (
    <span className="tg-stat-trend">
      {direction === "up" ? (
        <TrendingUp size={13} aria-label="Up" />
      ) : (
        <TrendingDown size={13} aria-label="Down" />
      )}
      {label}
    </span>
  );
}

/** Stat cards side by side, as many as fit. */
export function StatCards({ children }: { children: ReactNode }) {
  return <div className="tg-stats">{children}</div>;
}
