"use client";

import { CopyId, Drawer, EmptyState, Instant, JsonTree, KeyValues } from "@/components/ui";
import type { AuditEvent } from "@/lib/audit";
import { changesOf } from "./changes-of";
import { jsonOf } from "./json-of";
import { ACTOR_WORDS, actionWords, entityWords, WORDS } from "./words";

/** One entry of the trail: the change in words, the record below. */
export function AuditDrawer({ event }: { event: AuditEvent | null }) {
  return (
    <Drawer param="event" title={event ? actionWords(event.action) : WORDS.missing} width={560}>
      {event ? <Entry event={event} /> : <EmptyState title={WORDS.missing} />}
    </Drawer>
  );
}

function Entry({ event }: { event: AuditEvent }) {
  const { actor, action, entity, entityId, details, at } = event;
  const changes = changesOf(details);
  return (
    <div className="tg-stack">
      <KeyValues
        items={[
          { label: WORDS.when, value: <Instant at={at} /> },
          { label: WORDS.who, value: `${actor.label} (${ACTOR_WORDS[actor.kind] ?? actor.kind})` },
          { label: WORDS.kind, value: entityWords(entity) },
          { label: WORDS.id, value: <CopyId id={entityId} /> },
          { label: WORDS.action, value: <span className="tg-mono">{action}</span> },
        ]}
      />
      {changes.length > 0 ? (
        <table className="tg-change-table">
          <thead>
            <tr>
              <th scope="col">{WORDS.field}</th>
              <th scope="col">{WORDS.before}</th>
              <th scope="col">{WORDS.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, from, to }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{from ?? <span className="tg-quiet">{WORDS.nothing}</span>}</td>
                <td>{to ?? <span className="tg-quiet">{WORDS.nothing}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <JsonTree value={jsonOf(details)} title={WORDS.details} />
    </div>
  );
}
