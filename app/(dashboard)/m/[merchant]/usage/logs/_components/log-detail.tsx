import "./logs.css";
import "./log-drawer.css";
import "./log-messages.css";
import "./log-scores.css";
import {
  Badge,
  CopyId,
  Count,
  Credits,
  ErrorState,
  Instant,
  type KeyValue,
  KeyValues,
} from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { formatPlural } from "@/lib/kernel/format";
import { getLog, type Log } from "@/lib/logs";
import { highlight } from "@/lib/logs/core";
import { explainCharges } from "@/lib/pricing";
import { LogMessageView } from "./log-message";
import { LogRemove } from "./log-remove";
import { type Names, nameOf } from "./log-row";
import { PlainSwitch } from "./plain-switch";
import { COPY, DETAIL, MARKS } from "./words";

type LogDetailProps = {
  merchant: string;
  id: string;
  names: Names;
  /** The words the list was searched for. */
  search: string | undefined;
  /** Whether texts are shown as they were written, unformatted. */
  plain: boolean;
};

/** One log in full: who and where, what was said with payloads and scores, what each answer cost and why. */
export async function LogDetail({ merchant, id, names, search, plain }: LogDetailProps) {
  const ctx = await requireMember(merchant);
  const log = await getLog(ctx, id).catch(nullIfNotFound);
  if (!log) {
    return <ErrorState title={DETAIL.missing}>{DETAIL.missingWhy}</ErrorState>;
  }
  const explanations = await explainCharges(ctx, log.charges);
  const explained = new Map(log.charges.map(({ eventId }, at) => [eventId, explanations[at] ?? null]));
  const mark = search === undefined ? undefined : (text: string) => highlight(text, search);
  const formatted = plain ? new Set<string>() : formattedIds(log);
  const pruned = log.contentsPrunedAt !== null;
  return (
    <div className="tg-log">
      <div className="tg-log-bar">
        <Marks log={log} />
        <PlainSwitch plain={plain} />
        {ctx.permissions.has("logs:delete") ? (
          <LogRemove merchant={merchant} id={log.id} messages={formatPlural(log.messageCount, "message")} />
        ) : null}
      </div>
      {log.contentsPrunedAt === null ? null : <Pruned at={log.contentsPrunedAt} />}
      <div className="tg-log-facts">
        <KeyValues items={whoAndWhere(log, names)} />
        <KeyValues items={figuresOf(log)} />
      </div>
      {log.earlierMessages > 0 ? <p className="tg-quiet">{DETAIL.earlier(log.earlierMessages)}</p> : null}
      <ol className="tg-log-messages">
        {log.messages.map((message) => (
          <LogMessageView
            key={message.id}
            message={message}
            why={message.charge && (explained.get(message.charge.eventId) ?? null)}
            reading={{ formatted: formatted.has(message.id), mark }}
            pruned={pruned}
          />
        ))}
      </ol>
    </div>
  );
}

/** So much of a log is formatted, the newest messages first; the rest stands as it was written. */
const MOST_FORMATTED = 60_000;

function formattedIds({ messages }: Log): Set<string> {
  const ids = new Set<string>();
  let length = 0;
  for (const { id, content } of messages.toReversed()) {
    length += content.length;
    if (length <= MOST_FORMATTED) ids.add(id);
  }
  return ids;
}

function Pruned({ at }: { at: Date }) {
  return (
    <p className="tg-log-pruned">
      {DETAIL.pruned} <Instant at={at} />. {DETAIL.prunedKept}
    </p>
  );
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

function Marks({ log }: { log: Log }) {
  const shown = [
    ...(log.failed ? [{ ...MARKS.failed, tone: "refused" as const }] : []),
    ...(log.unpriced ? [{ ...MARKS.unpriced, tone: "unpriced" as const }] : []),
    ...(log.overdraft > 0n ? [{ ...MARKS.overdraft, tone: "refused" as const }] : []),
    ...(log.imported ? [{ ...MARKS.imported, tone: "neutral" as const }] : []),
    ...(log.charges.some((charge) => charge.late) ? [{ ...MARKS.late, tone: "neutral" as const }] : []),
  ];
  return (
    <p className="tg-log-marks">
      {shown.map(({ label, tip, tone }) => (
        <Badge key={label} tone={tone} tip={tip}>
          {label}
        </Badge>
      ))}
    </p>
  );
}

function whoAndWhere(log: Log, names: Names): KeyValue[] {
  const { customer, guest } = log;
  return [
    customer
      ? { label: DETAIL.customer, value: <Customer customer={customer} /> }
      : {
          label: DETAIL.guest,
          value: guest === null ? DETAIL.unknown : <CopyId id={guest} label={COPY.session} />,
        },
    ...optional(DETAIL.roles, log.roles.join(", ")),
    { label: DETAIL.module, value: nameOf(names.modules, log.module) },
    ...optional(DETAIL.bot, log.bot && nameOf(names.bots, log.bot)),
    ...optional(DETAIL.form, log.form),
    ...optional(DETAIL.store, log.store && nameOf(names.stores, log.store)),
    ...optional(DETAIL.source, log.source),
    ...(log.conversationId === null
      ? []
      : [
          { label: DETAIL.conversation, value: <CopyId id={log.conversationId} label={COPY.conversation} /> },
        ]),
    { label: DETAIL.title, value: <CopyId id={log.id} label={COPY.log} /> },
  ];
}

function figuresOf(log: Log): KeyValue[] {
  return [
    { label: DETAIL.began, value: <Instant at={log.firstAt} /> },
    { label: DETAIL.latest, value: <Instant at={log.lastAt} /> },
    { label: DETAIL.requests, value: <Count value={log.requestCount} /> },
    { label: DETAIL.messages, value: <Count value={log.messageCount} /> },
    { label: DETAIL.tokens, value: <Count value={log.tokens} /> },
    { label: DETAIL.credits, value: <Credits micros={log.cost} places={6} /> },
  ];
}

function optional(label: string, value: string | null): KeyValue[] {
  return value ? [{ label, value }] : [];
}

function Customer({ customer: { externalId, name, email } }: { customer: NonNullable<Log["customer"]> }) {
  return (
    <>
      {name === null ? null : <div>{name}</div>}
      {email === null ? null : <div className="tg-quiet">{email}</div>}
      <CopyId id={externalId} label={COPY.customer} />
    </>
  );
}
