export { exportAudit } from "./export-audit";
export { listAudit } from "./list-audit";
export { listAuditEntities } from "./list-audit-entities";
export { recordAudit } from "./record-audit";
export type { AuditEvent } from "./schemas";
