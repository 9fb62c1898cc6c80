/** What may stand in the details of an audit event: plain JSON. Amounts as decimal strings, instants as ISO 8601. */
type AuditValue =
  string | number | boolean | null | readonly AuditValue[] | { readonly [key: string]: AuditValue };

/** One change somebody made: which act (`store.delete`), on what, and what a reader needs to understand it. */
export type AuditRecord = {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly details?: { readonly [key: string]: AuditValue };
};

/** An audit event as people read it. */
export type AuditEvent = {
  id: string;
  actor: { kind: string; id: string; label: string };
  action: string;
  entity: string;
  entityId: string;
  details: unknown;
  at: Date;
};
