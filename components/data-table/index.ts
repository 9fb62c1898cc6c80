export { DataTable } from "./data-table";
export { DayRange } from "./day-range";
export { type Filter, FilterBar } from "./filter-bar";
export { SearchField } from "./search-field";
export { SwitchLinks } from "./switch-links";
export { columnsOf } from "./table-kit";
export { type ColumnChoice, readTableView, viewCookie } from "./table-view";
export { TableViewProvider } from "./table-view-provider";
export { ViewMenu } from "./view-menu";
