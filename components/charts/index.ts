export { ChartFrame } from "./chart-frame";
export type { ChartSeries, ChartTone, ChartUnit, DayPoint } from "./chart-model";
export { DailyChart, type DailyChartProps } from "./daily-chart";
export { StatCard, StatCards } from "./stat-card";
