import { Badge, CopyId, Credits, Instant, type KeyValue, KeyValues } from "@/components/ui";
import { formatCredits } from "@/lib/kernel/format";
import { MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import type { Charge } from "@/lib/logs";
import type { ExplainedCharge } from "@/lib/pricing";
import type { PricingRule } from "@/lib/pricing/core";
import { ChargeFormula } from "../../_components/charge-formula";
import { ChargePayers } from "./charge-payers";
import { CHARGE, COLUMNS, COPY, EVIDENCE_WORDS, MARKS } from "./words";

type ChargeWhyProps = { charge: Charge; why: ExplainedCharge | null };

/** What one request cost, and behind it why: the formula with its figures, the rounding, who paid, the proof. */
export function ChargeWhy({ charge, why }: ChargeWhyProps) {
  return (
    <details className="tg-log-why">
      <summary>
        <span className="tg-log-cost">
          <Credits micros={charge.cost} places={6} /> {CHARGE.credits}
        </span>
        {charge.unpriced ? <Badge tone="unpriced">{MARKS.unpriced.label}</Badge> : null}
        {charge.overdraft > 0n ? <Badge tone="refused">{MARKS.overdraft.label}</Badge> : null}
        {charge.late ? <Badge>{MARKS.late.label}</Badge> : null}
        <span className="tg-log-why-word">{CHARGE.why}</span>
      </summary>
      <p>{inPlainWords(charge)}</p>
      <ChargeFormula charge={charge} why={why} />
      {charge.cost > 0n ? <ChargePayers charge={charge} /> : null}
      <KeyValues items={factsOf(charge, why)} />
    </details>
  );
}

/** One sentence before the figures: what it cost and who paid. */
function inPlainWords({ cost, fromBalance, fromQuota, overdraft, unpriced }: Charge): string {
  if (cost === 0n) return unpriced ? CHARGE.unpricedFree : CHARGE.free;
  const credits = CHARGE.amount(formatCredits(cost), cost === MICROS_PER_CREDIT);
  const payers = [
    ...(fromBalance > 0n ? [CHARGE.balance] : []),
    ...(fromQuota > 0n ? [CHARGE.quota] : []),
    ...(overdraft > 0n ? [CHARGE.nobody] : []),
  ];
  const [only = CHARGE.nobody, ...others] = payers;
  if (others.length === 0) return CHARGE.paidByOne(credits, only);
  return CHARGE.paidBy(credits, payers.slice(0, -1).join(", "), payers.at(-1) ?? only);
}

function factsOf(charge: Charge, why: ExplainedCharge | null): KeyValue[] {
  return [
    { label: CHARGE.rule, value: ruleWords(charge, why) },
    ...(charge.balanceAfter === null
      ? []
      : [{ label: CHARGE.balanceAfter, value: <Credits micros={charge.balanceAfter} places={6} /> }]),
    { label: COLUMNS.evidence, value: EVIDENCE_WORDS[charge.evidence] ?? charge.evidence },
    ...(charge.operation === null ? [] : [{ label: CHARGE.operation, value: charge.operation }]),
    { label: CHARGE.recorded, value: <Instant at={charge.recordedAt} /> },
    { label: CHARGE.usageId, value: <CopyId id={charge.eventId} label={COPY.usage} /> },
    { label: CHARGE.ledgerEntry, value: <CopyId id={charge.ledgerEntryId} label={COPY.entry} /> },
  ];
}

function ruleWords(charge: Charge, why: ExplainedCharge | null) {
  if (charge.rule) {
    return (
      <>
        {why?.under ? <div>{targetOf(why.under)}</div> : null}
        {CHARGE.version(charge.rule.version)} <CopyId id={charge.rule.id} label={COPY.rule} />
      </>
    );
  }
  if (!charge.unpriced) return CHARGE.noRule;
  return why?.policy === "raw_units" ? CHARGE.rawUnits : CHARGE.noCost;
}

/** Which requests a rule is about, most specific first: "support · chat · openai gpt-4o". */
function targetOf({ module, bot, form, operation, provider, model }: PricingRule): string {
  const scope = bot ?? form ?? module ?? CHARGE.anyModule;
  const what = [provider, model ?? CHARGE.anyModel].filter((part) => part !== null).join(" ");
  return `${scope} · ${operation} · ${what}`;
}
