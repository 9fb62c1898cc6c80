import { Badge, CopyId, Count, Instant, type KeyValue, KeyValues } from "@/components/ui";
import type { ConnectionJson } from "@/lib/commerce";
import { HEALTH_TONES, healthOf } from "./health-of";
import { COLUMNS, DETAIL, FORM, GRANT, HEALTH, KINDS } from "./words";

/** How a connection is: what came, what was refused, what waits, and whether its keys and secrets are there. */
export function ConnectionFacts({ connection }: { connection: ConnectionJson }) {
  const { kind, url, grantWhen } = connection;
  const word = healthOf(connection);
  const shop: KeyValue[] =
    kind === "stripe"
      ? []
      : [
          { label: FORM.url, value: url ?? DETAIL.none },
          { label: GRANT.label, value: GRANT[grantWhen] },
          { label: DETAIL.webhooks, value: <Webhooks connection={connection} /> },
        ];
  const items: KeyValue[] = [
    { label: COLUMNS.state, value: <Badge tone={HEALTH_TONES[word]}>{HEALTH[word]}</Badge> },
    { label: COLUMNS.kind, value: KINDS[kind] },
    ...healthFacts(connection),
    ...shop,
    ...secretFacts(connection),
    { label: DETAIL.id, value: <CopyId id={connection.id} /> },
  ];
  return <KeyValues items={items} />;
}

function healthFacts({ health }: ConnectionJson): KeyValue[] {
  const { backlog, failing, givenUp, refused } = health;
  return [
    { label: COLUMNS.last, value: <At at={health.lastDeliveryAt} /> },
    { label: COLUMNS.backlog, value: <Count value={backlog} /> },
    { label: DETAIL.failing, value: <Count value={failing} /> },
    { label: COLUMNS.givenUp, value: <Count value={givenUp} /> },
    { label: COLUMNS.refused, value: <Count value={refused} /> },
    ...told(DETAIL.refusal, health.lastRefusal, health.lastRefusedAt),
    ...told(DETAIL.problem, health.lastProblem, health.lastProblemAt),
    { label: COLUMNS.compared, value: <At at={health.reconciledUntil} /> },
  ];
}

function told(label: string, what: string | null, at: string | null): KeyValue[] {
  if (what === null) return [];
  const value = (
    <>
      {what} <At at={at} />
    </>
  );
  return [{ label, value }];
}

function secretFacts({ hasKeys, hasWebhookSecret, previousSecretUntil }: ConnectionJson): KeyValue[] {
  return [
    { label: DETAIL.keys, value: hasKeys ? DETAIL.hasKeys : DETAIL.noKeys },
    {
      label: DETAIL.secret,
      value: (
        <>
          {hasWebhookSecret ? DETAIL.hasSecret : DETAIL.noSecret}
          {previousSecretUntil === null ? null : (
            <>
              ; {DETAIL.previous} <At at={previousSecretUntil} />
            </>
          )}
        </>
      ),
    },
  ];
}

function Webhooks({ connection: { health } }: { connection: ConnectionJson }) {
  const { webhooks, webhooksSeenAt } = health;
  if (webhooks.length === 0) return DETAIL.noWebhooks;
  return (
    <>
      {webhooks.map(({ id, topic, status }) => (
        <span key={id}>
          {topic} <Badge tone={status === "active" ? "credit" : "refused"}>{status}</Badge>
          <br />
        </span>
      ))}
      <span className="tg-quiet">
        {DETAIL.seen} <At at={webhooksSeenAt} />
      </span>
    </>
  );
}

function At({ at }: { at: string | null }) {
  return at === null ? <span className="tg-quiet">{DETAIL.none}</span> : <Instant at={new Date(at)} />;
}
