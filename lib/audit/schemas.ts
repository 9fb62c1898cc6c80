import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { instantField, storableText, word } from "@/lib/kernel/fields";

const LONGEST_SEARCH = 200;

/** Which events are wanted. `to` is not included. */
const filters = {
  /** The id of whoever acted: a member, an API key. */
  actor: word().optional(),
  /** What kind of thing was acted on: `store`, `pricing_rule`. */
  entity: word().optional(),
  /** Its id. */
  entityId: word().optional(),
  from: instantField.optional(),
  to: instantField.optional(),
  /** Beginnings of words in action, id, name of the actor and details. */
  search: z.string().trim().max(LONGEST_SEARCH).transform(storableText).optional(),
};
export const auditFilters = z.strictObject(filters);
export type AuditFilters = z.output<typeof auditFilters>;

export const listAuditInput = pageQuery.extend(filters);
export type ListAuditInput = z.input<typeof listAuditInput>;

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
