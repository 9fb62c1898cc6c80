export { addImportRows } from "./add-import-rows";
export { completeImport } from "./complete-import";
export { exportImportErrors } from "./export-import-errors";
export { startImport } from "./start-import";
export { takeImportStep } from "./take-import-step";
