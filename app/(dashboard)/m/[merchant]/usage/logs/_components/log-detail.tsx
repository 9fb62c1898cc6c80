import "./logs.css";
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
import { explainCharges } from "./explain-charges";
import { LogMessageView } from "./log-message";
import { type Names, nameOf } from "./log-row";

type LogDetailProps = { merchant: string; id: string; names: Names };

/** One log in full: who and where, what was said with payloads and scores, what each answer cost and why. */
export async function LogDetail({ merchant, id, names }: LogDetailProps) {
  const ctx = await requireMember(merchant);
  const log = await getLog(ctx, id).catch(nullIfNotFound);
  if (!log) {
    return (
      <ErrorState title="There is no such log">
        It may have been deleted. What it cost stays in the ledger, under Activity.
      </ErrorState>
    );
  }
  const explained = await explainCharges(ctx, log.charges);
  return (
    <div className="tg-log">
      <Marks log={log} />
      <div className="tg-log-facts">
        <KeyValues items={whoAndWhere(log, names)} />
        <KeyValues items={figuresOf(log)} />
      </div>
      {log.earlierMessages > 0 ? (
        <p className="tg-quiet">
          The newest part of a long conversation: {formatPlural(log.earlierMessages, "earlier message")} not
          shown.
        </p>
      ) : null}
      <ol className="tg-log-messages">
        {log.messages.map((message) => (
          <LogMessageView
            key={message.id}
            message={message}
            why={message.charge && (explained.get(message.charge.eventId) ?? null)}
          />
        ))}
      </ol>
    </div>
  );
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

function Marks({ log }: { log: Log }) {
  const late = log.charges.some((charge) => charge.late);
  const overdrawn = log.charges.some((charge) => charge.overdraft > 0n);
  if (!log.failed && !log.unpriced && !late && !overdrawn) return null;
  return (
    <p className="tg-log-marks">
      {log.failed ? <Badge tone="refused">Failed</Badge> : null}
      {log.unpriced ? (
        <Badge tone="unpriced" tip="No pricing rule matched at least one of its requests">
          Unpriced
        </Badge>
      ) : null}
      {overdrawn ? (
        <Badge tone="refused" tip="Neither balance nor quota covered all of it">
          Overdraft
        </Badge>
      ) : null}
      {late ? <Badge tip="Usage arrived after its hold had ended, and was charged as new">Late</Badge> : null}
    </p>
  );
}

function whoAndWhere(log: Log, names: Names): KeyValue[] {
  const { customer, guest } = log;
  return [
    customer
      ? { label: "Customer", value: <Customer customer={customer} /> }
      : { label: "Guest", value: guest === null ? "Unknown" : <CopyId id={guest} label="Copy session" /> },
    ...optional("Roles", log.roles.join(", ")),
    { label: "Module", value: nameOf(names.modules, log.module) },
    ...optional("Bot", log.bot && nameOf(names.bots, log.bot)),
    ...optional("Form", log.form),
    ...optional("Store", log.store && nameOf(names.stores, log.store)),
    ...optional("Source", log.source),
    ...(log.conversationId === null
      ? []
      : [{ label: "Conversation", value: <CopyId id={log.conversationId} label="Copy conversation id" /> }]),
    { label: "Log", value: <CopyId id={log.id} label="Copy log id" /> },
  ];
}

function figuresOf(log: Log): KeyValue[] {
  return [
    { label: "Began", value: <Instant at={log.firstAt} /> },
    { label: "Latest activity", value: <Instant at={log.lastAt} /> },
    { label: "Requests", value: <Count value={log.requestCount} /> },
    { label: "Messages", value: <Count value={log.messageCount} /> },
    { label: "Tokens", value: <Count value={log.tokens} /> },
    { label: "Credits", value: <Credits micros={log.cost} places={6} /> },
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
      <CopyId id={externalId} label="Copy customer id" />
    </>
  );
}
