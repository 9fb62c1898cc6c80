export { listAudit } from "./list-audit";
export { recordAudit } from "./record-audit";
export type { AuditEvent, AuditRecord, AuditValue } from "./schemas";
