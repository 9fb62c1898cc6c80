export { BarList } from "./bar-list";
export { type Change, changeOf, pointsOf, saidAgainst } from "./change";
export { shareOf } from "./chart-model";
export type { ChartSeries, ChartUnit } from "./chart-model";
export { DailyChart } from "./daily-chart";
export { HeatMap, type HeatRow } from "./heat-map";
export { StatCard, StatCards } from "./stat-card";
