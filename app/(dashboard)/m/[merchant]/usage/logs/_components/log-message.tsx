import { Badge, Instant, JsonTree, TextBlock } from "@/components/ui";
import { formatCount } from "@/lib/kernel/format";
import type { LogMessage } from "@/lib/logs";
import type { PriceExplanation } from "@/lib/pricing/core";
import { ChargeWhy } from "./charge-why";
import { jsonOf } from "./json-of";
import { UsedTokens } from "./used-tokens";
import { VectorScores } from "./vector-scores";

const ROLES: Readonly<Record<string, string>> = {
  system: "System",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

/** More than anyone reads in a drawer; the whole text is in the API's answer. */
const MOST_CHARACTERS = 20_000;

type LogMessageProps = { message: LogMessage; why: PriceExplanation | null };

/** One message: who said what when; on an answer, what it used and cost, and why. */
export function LogMessageView({ message, why }: LogMessageProps) {
  const { charge } = message;
  return (
    <li className="tg-log-message" data-role={message.role}>
      <div className="tg-log-message-head">
        <strong>{ROLES[message.role] ?? message.role}</strong>
        <Instant at={message.at} />
        {charge ? <span className="tg-quiet">{`${charge.provider ?? ""} ${charge.model ?? ""}`}</span> : null}
        {message.error === null ? null : <Badge tone="refused">Failed</Badge>}
      </div>
      {message.error === null ? null : <p className="tg-log-error">{message.error}</p>}
      <Content text={message.content} silent={charge !== null && message.error === null} />
      <VectorScores scores={message.vectorScores} />
      {charge ? (
        <div className="tg-log-charge">
          <UsedTokens usage={charge.usage} />
          <ChargeWhy charge={charge} why={why} />
        </div>
      ) : null}
      <Payload title="Request payload" value={message.request} />
      <Payload title="Response payload" value={message.response} />
      {charge ? <Payload title="Metadata" value={charge.metadata} /> : null}
    </li>
  );
}

function Content({ text, silent }: { text: string; silent: boolean }) {
  if (text === "") return silent ? <p className="tg-quiet">No answer was stored for this request.</p> : null;
  if (text.length <= MOST_CHARACTERS) return <TextBlock text={text} />;
  return (
    <>
      <TextBlock text={`${text.slice(0, MOST_CHARACTERS)}…`} />
      <p className="tg-quiet">
        {formatCount(text.length - MOST_CHARACTERS)} more characters are in the API&rsquo;s answer.
      </p>
    </>
  );
}

function Payload({ title, value }: { title: string; value: unknown }) {
  const json = jsonOf(value);
  if (json === null) return null;
  return (
    <details className="tg-log-payload">
      <summary>{title}</summary>
      <JsonTree value={json} title="JSON" openLevels={1} />
    </details>
  );
}
