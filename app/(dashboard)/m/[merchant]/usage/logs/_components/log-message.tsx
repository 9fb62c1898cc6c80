import {
  Badge,
  Instant,
  JsonTree,
  KeyValues,
  Markdown,
  type MarkText,
  OutsideImage,
  TextBlock,
} from "@/components/ui";
import { formatCount } from "@/lib/kernel/format";
import type { LogMessage } from "@/lib/logs";
import type { ExplainedCharge } from "@/lib/pricing";
import { ChargeWhy } from "./charge-why";
import { jsonOf } from "./json-of";
import { parametersOf } from "./request-parameters";
import { imagesOf } from "./response-images";
import { UsedTokens } from "./used-tokens";
import { VectorScores } from "./vector-scores";
import { MARKS, MESSAGE, ROLE_WORDS } from "./words";

/** More than anyone reads in a drawer; the whole text is in the API's answer. */
const MOST_CHARACTERS = 20_000;

/** How texts are shown: formatted or as they were written, with what was searched for highlighted. */
type Reading = { readonly formatted: boolean; readonly mark: MarkText | undefined };

type LogMessageProps = {
  message: LogMessage;
  why: ExplainedCharge | null;
  reading: Reading;
  /** Retention took away what was said. */
  pruned: boolean;
};

/** One message: who said what when; on an answer, what it used and cost, and why. */
export function LogMessageView({ message, why, reading, pruned }: LogMessageProps) {
  const { charge } = message;
  return (
    <li className="tg-log-message" data-role={message.role}>
      <div className="tg-log-message-head">
        <strong>{ROLE_WORDS[message.role] ?? message.role}</strong>
        <Instant at={message.at} />
        {charge ? <span className="tg-quiet">{`${charge.provider ?? ""} ${charge.model ?? ""}`}</span> : null}
        {message.error === null ? null : <Badge tone="refused">{MARKS.failed.label}</Badge>}
      </div>
      <Said message={message} reading={reading} pruned={pruned} />
      <Images response={message.response} />
      <VectorScores scores={message.vectorScores} />
      {charge ? (
        <div className="tg-log-charge">
          <UsedTokens usage={charge.usage} />
          <ChargeWhy charge={charge} why={why} />
        </div>
      ) : null}
      <Parameters request={message.request} />
      <Payload title={MESSAGE.request} value={message.request} />
      <Payload title={MESSAGE.response} value={message.response} />
      {charge ? <Payload title={MESSAGE.metadata} value={charge.metadata} /> : null}
    </li>
  );
}

function Said({ message, reading, pruned }: Omit<LogMessageProps, "why">) {
  const { content, error, charge } = message;
  return (
    <>
      {error === null ? null : <p className="tg-log-error">{error}</p>}
      {content === "" ? (
        <Silence quiet={charge === null || error !== null} pruned={pruned} />
      ) : (
        <Content text={content} reading={reading} />
      )}
    </>
  );
}

function Silence({ quiet, pruned }: { quiet: boolean; pruned: boolean }) {
  if (pruned) return <p className="tg-quiet">{MESSAGE.pruned}</p>;
  return quiet ? null : <p className="tg-quiet">{MESSAGE.noAnswer}</p>;
}

function Content({ text, reading: { formatted, mark } }: { text: string; reading: Reading }) {
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return (
    <>
      {formatted ? <Markdown text={shown} mark={mark} /> : <TextBlock text={shown} mark={mark} />}
      {text.length > MOST_CHARACTERS ? (
        <p className="tg-quiet">{MESSAGE.more(formatCount(text.length - MOST_CHARACTERS))}</p>
      ) : null}
    </>
  );
}

function Images({ response }: { response: unknown }) {
  const images = imagesOf(response);
  if (images.length === 0) return null;
  return (
    <div className="tg-log-images">
      {images.map((src, index) => (
        <OutsideImage key={index} src={src} alt={MESSAGE.image(index + 1)} />
      ))}
    </div>
  );
}

function Parameters({ request }: { request: unknown }) {
  const parameters = parametersOf(request);
  if (parameters.length === 0) return null;
  return (
    <details className="tg-log-payload">
      <summary>
        {MESSAGE.parameters}
        <span className="tg-quiet">
          {parameters
            .slice(0, 3)
            .map(({ name, value }) => `${name} ${value}`)
            .join(" · ")}
        </span>
      </summary>
      <KeyValues items={parameters.map(({ name, value }) => ({ label: name, value }))} />
    </details>
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
