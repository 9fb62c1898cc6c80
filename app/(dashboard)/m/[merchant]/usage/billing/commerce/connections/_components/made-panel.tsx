import { LinkButton } from "@/components/ui";
import type { ConnectionKind } from "@/lib/commerce/schemas";
import { placeOf } from "../../_components/address";
import { SecretOnce } from "./secret-once";
import { Steps } from "./steps";
import type { Made } from "./use-connecting";
import { MADE } from "./words";

type MadePanelProps = { merchant: string; kind: ConnectionKind; made: Made };

/** A connection that was just made: its secret once, and what is left to do. */
export function MadePanel({ merchant, kind, made }: MadePanelProps) {
  const { id, webhookUrl, webhookSecret, webhooksMade, problem } = made;
  return (
    <div className="tg-shop-detail" role="status">
      <p>{MADE.title}.</p>
      {problem === null ? null : (
        <p className="tg-shop-notice" data-tone="refused">
          {MADE.noWebhooks(problem)}
        </p>
      )}
      {webhooksMade ? <p>{MADE.webhooks}</p> : <Steps kind={kind} url={webhookUrl} />}
      {webhookSecret === null || webhooksMade ? null : <SecretOnce secret={webhookSecret} />}
      <div className="tg-shop-buttons">
        <LinkButton href={placeOf(merchant, "connections", { connection: id })}>{MADE.open}</LinkButton>
      </div>
    </div>
  );
}
