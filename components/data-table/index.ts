export { DataTable } from "./data-table";
export { type Filter, FilterBar, type FilterOption } from "./filter-bar";
export { SearchField } from "./search-field";
export { SwitchLinks } from "./switch-links";
export { type ColumnMeta, columnsOf, type TableKit } from "./table-kit";
