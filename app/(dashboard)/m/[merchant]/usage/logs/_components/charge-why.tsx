import { Badge, CopyId, Credits, Instant, type KeyValue, KeyValues } from "@/components/ui";
import { formatCount, formatCredits } from "@/lib/kernel/format";
import { MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import type { Charge } from "@/lib/logs";
import type { PriceLine } from "@/lib/pricing/core";
import { ChargePayers } from "./charge-payers";
import type { ExplainedCharge } from "./explain-charges";
import { EVIDENCE_WORDS } from "./words";

type ChargeWhyProps = { charge: Charge; why: ExplainedCharge | null };

/** What one request cost, and behind it why: the formula with its figures, the rounding, who paid, the proof. */
export function ChargeWhy({ charge, why }: ChargeWhyProps) {
  return (
    <details className="tg-log-why">
      <summary>
        <span className="tg-log-cost">
          <Credits micros={charge.cost} places={6} /> credits
        </span>
        {charge.unpriced ? <Badge tone="unpriced">Unpriced</Badge> : null}
        {charge.overdraft > 0n ? <Badge tone="refused">Overdraft</Badge> : null}
        {charge.late ? <Badge>Late</Badge> : null}
        <span className="tg-log-why-word">Why</span>
      </summary>
      <p>{inPlainWords(charge)}</p>
      <Formula charge={charge} why={why} />
      {charge.cost > 0n ? <ChargePayers charge={charge} /> : null}
      <KeyValues items={factsOf(charge, why)} />
    </details>
  );
}

/** One sentence before the figures: what it cost and who paid. */
function inPlainWords({ cost, fromBalance, fromQuota, overdraft, unpriced }: Charge): string {
  const credits = `${formatCredits(cost)} ${cost === MICROS_PER_CREDIT ? "credit" : "credits"}`;
  if (cost === 0n) return unpriced ? "No rule priced it, so it cost nothing." : "It cost nothing.";
  const payers = [
    ...(fromBalance > 0n ? ["the balance"] : []),
    ...(fromQuota > 0n ? ["the quota"] : []),
    ...(overdraft > 0n ? ["nobody"] : []),
  ];
  const [only = "nobody", ...others] = payers;
  if (others.length === 0) return `It cost ${credits}, and ${only} paid it all.`;
  return `It cost ${credits}, paid by ${payers.slice(0, -1).join(", ")} and ${payers.at(-1) ?? only}.`;
}

const KINDS: Record<PriceLine["bucket"], string> = {
  inputTokens: "input tokens",
  cachedInputTokens: "cached input tokens",
  cacheWriteTokens: "cache write tokens",
  outputTokens: "output tokens",
  reasoningTokens: "reasoning tokens",
  totalTokens: "tokens",
  images: "images",
  videos: "videos",
  seconds: "seconds",
  requests: "request",
};

const PER: Record<PriceLine["per"], string> = {
  "1k_tokens": "per 1K",
  token: "per token",
  image: "each",
  video: "each",
  minute: "per minute",
  request: "flat",
};

/** The terms add up to the raw cost; the rounding makes it the charge. */
function Formula({ charge, why }: ChargeWhyProps) {
  const lines = why?.lines ?? [];
  return (
    <table className="tg-log-formula">
      <caption>How it came to this</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.bucket}>
            <td>
              {formatDecimal(line.quantity)} {KINDS[line.bucket]} × {line.rate} {PER[line.per]}
            </td>
            <td>{line.amount}</td>
          </tr>
        ))}
        <tr data-total>
          <td>Raw cost</td>
          <td>{charge.rawCost}</td>
        </tr>
        <tr data-total>
          <td>{roundingWords(why)}</td>
          <td>
            <Credits micros={charge.cost} places={6} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Groups the digits of a whole quantity; one with a fraction is written as it is. */
function formatDecimal(quantity: string): string {
  return /^\d+$/.test(quantity) ? formatCount(BigInt(quantity)) : quantity;
}

function roundingWords(why: ExplainedCharge | null): string {
  switch (why?.rounding) {
    case "up_to_whole":
      return "Rounded up to a whole credit";
    case "up_to_hundredth":
      return "Rounded up to a hundredth";
    case "carry":
      return "Whole credits, with the fraction carried from before; the rest is carried on";
    case "exact":
      return "Exact";
    case null:
    case undefined:
      return "Charged";
  }
}

function factsOf(charge: Charge, why: ExplainedCharge | null): KeyValue[] {
  return [
    { label: "Rule", value: ruleWords(charge, why) },
    ...(charge.balanceAfter === null
      ? []
      : [{ label: "Balance after", value: <Credits micros={charge.balanceAfter} places={6} /> }]),
    { label: "Evidence", value: EVIDENCE_WORDS[charge.evidence] ?? charge.evidence },
    ...(charge.operation === null ? [] : [{ label: "Operation", value: charge.operation }]),
    { label: "Recorded", value: <Instant at={charge.recordedAt} /> },
    { label: "Usage id", value: <CopyId id={charge.eventId} label="Copy usage id" /> },
    { label: "Ledger entry", value: <CopyId id={charge.ledgerEntryId} label="Copy ledger entry id" /> },
  ];
}

function ruleWords(charge: Charge, why: ExplainedCharge | null) {
  if (charge.rule) {
    return (
      <>
        {why?.target ? <div>{why.target}</div> : null}
        Version {charge.rule.version} of <CopyId id={charge.rule.id} label="Copy rule id" />
      </>
    );
  }
  if (!charge.unpriced) return "None";
  return why?.policy === "raw_units"
    ? "None matched: one credit for each token, image and video"
    : "None matched: recorded at no cost";
}
