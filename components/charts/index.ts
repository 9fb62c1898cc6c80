export type { ChartSeries, ChartUnit } from "./chart-model";
export { DailyChart } from "./daily-chart";
export { StatCard, StatCards } from "./stat-card";
