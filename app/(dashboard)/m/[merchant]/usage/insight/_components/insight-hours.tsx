import { HeatMap, type HeatRow } from "@/components/charts";
import { spanHref } from "./drill";
import type { Hour, InsightView } from "./insight-view";
import { latestHours, WEEKDAYS, type WeekStart, weekOrder } from "./week";
import { HOURS, PAGE } from "./words";

type InsightHoursProps = { merchant: string; view: InsightView; weekStart: WeekStart; now: Date };

/** When requests come: weekday by hour. A field leads to the latest such hour of the range. */
export function InsightHours({ merchant, view, weekStart, now }: InsightHoursProps) {
  const found = new Map(view.hours.map((each) => [keyOf(each), each.requests]));
  const latest = latestHours(view, now);
  const rows = weekOrder(weekStart).map((weekday): HeatRow => ({
    label: WEEKDAYS[weekday] ?? "",
    cells: DAY_HOURS.map((hour) => {
      const span = latest(weekday, hour);
      return {
        value: found.get(keyOf({ weekday, hour })) ?? 0n,
        href: span && spanHref(merchant, span.from, span.until),
      };
    }),
  }));
  return (
    <HeatMap
      title={HOURS.title}
      tip={HOURS.tip(view.timeZone)}
      unit="count"
      noun={HOURS.noun}
      rows={rows}
      columns={DAY_HOURS.map((hour) => `${hour.toString().padStart(2, "0")}:00`)}
      empty={PAGE.nothingRan}
    />
  );
}

const DAY_HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function keyOf({ weekday, hour }: Pick<Hour, "weekday" | "hour">): string {
  return `${weekday}-${hour}`;
}
