export { DataTable } from "./data-table";
export { type Filter, FilterBar } from "./filter-bar";
export { SearchField } from "./search-field";
export { SwitchLinks } from "./switch-links";
export { columnsOf } from "./table-kit";
