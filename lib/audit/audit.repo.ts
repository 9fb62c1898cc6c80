import { z } from "zod";
import type { Actor } from "@/lib/access";
import { prisma, sqlOf, type SqlParam, statement, type Tx, type TxScope } from "@/lib/db";
import { idFloor } from "@/lib/kernel/ids";
import type { AuditEvent, AuditFilters, AuditRecord } from "./schemas";

const storedActor = z.object({ kind: z.string(), id: z.string(), label: z.string() });

type NewEvent = AuditRecord & { merchantId: string; id: string; actor: Actor; at: Date };

export async function insertAuditEvent(tx: Tx, event: NewEvent): Promise<void> {
  const { details = {}, ...rest } = event;
  await tx.auditEvent.create({ data: { ...rest, details }, select: { id: true } });
}

/** Every word of a search begins a word of the event, as the index `audit_events_words` serves it. */
const SAYS = `to_tsvector('simple', tollgate_words(left(action || ' ' || entity_id || ' ' || (actor ->> 'label') || ' ' || details::text, 20000)))
  @@ (SELECT string_agg('''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''':*', ' & ')::tsquery
        FROM unnest(tsvector_to_array(to_tsvector('simple', tollgate_words($?::text)))) word)`;

/** Wanted → its condition on a row of `audit_events`; ids are made from the instant, so they bound the time. */
const CONDITIONS = {
  actor: "actor ->> 'id' = $?::text",
  entity: "entity = $?::text",
  entityId: "entity_id = $?::text",
  from: "id >= $?::uuid",
  to: "id < $?::uuid",
  search: SAYS,
} as const;

/** The query of a selection, newest first, and what it is asked with. Only what is wanted stands in it. */
export function auditQuery(
  merchantId: string,
  { search, from, to, ...plain }: AuditFilters,
): { text: string; params: SqlParam[] } {
  const wanted = {
    ...plain,
    from: from && idFloor(from),
    to: to && idFloor(to),
    search: search === "" ? undefined : search,
  };
  const params: SqlParam[] = [merchantId];
  const conditions = ["merchant_id = $1::uuid"];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = Object.entries(wanted).find(([each]) => each === name)?.[1];
    if (value === undefined) continue;
    params.push(value);
    conditions.push(condition.replace("$?", `$${params.length}`));
  }
  return {
    text: `SELECT id, actor, action, entity, entity_id AS "entityId", details, at FROM audit_events
            WHERE ${conditions.join(" AND ")}`,
    params,
  };
}

type Place = { limit: number; beforeId: string | null };

/** Newest first: ids are made from the instant. One row more than the limit tells of a next page. */
export async function findAuditEvents(
  scope: TxScope & { readonly merchantId: string },
  filters: AuditFilters,
  { limit, beforeId }: Place,
): Promise<AuditEvent[]> {
  const { text, params } = auditQuery(scope.merchantId, filters);
  const before = beforeId === null ? "" : ` AND id < $${params.push(beforeId)}::uuid`;
  const page = statement("audit_events_page", `${text}${before} ORDER BY id DESC LIMIT ${limit + 1}`);
  const rows = await sqlOf(scope.tx ?? prisma).rows<AuditEvent>(page, params);
  return rows.map((row) => ({ ...row, actor: storedActor.parse(row.actor) }));
}

/** Each step looks into the index for the next one, so it costs as much as there are kinds, not events. */
const ENTITIES = statement(
  "audit_events_entities",
  `WITH RECURSIVE kinds AS (
     (SELECT entity FROM audit_events WHERE merchant_id = $1::uuid ORDER BY entity LIMIT 1)
     UNION ALL
     SELECT (SELECT entity FROM audit_events WHERE merchant_id = $1::uuid AND entity > k.entity ORDER BY entity LIMIT 1)
       FROM kinds k WHERE k.entity IS NOT NULL)
   SELECT entity FROM kinds WHERE entity IS NOT NULL`,
);

/** The kinds of things that were ever acted on, by name. */
export async function findAuditEntities(scope: TxScope, merchantId: string): Promise<string[]> {
  const rows = await sqlOf(scope.tx ?? prisma).rows<{ entity: string }>(ENTITIES, [merchantId]);
  return rows.map(({ entity }) => entity);
}
