"use client";

import { Button, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { Badge, Instant, type Tone } from "@/components/ui";
import type { PurchaseJson, RefundRehearsal, RehearsalJson } from "@/lib/commerce";
import type { RehearseRefundInput } from "@/lib/commerce/schemas";
import { ActFailure } from "../../_components/act-failure";
import { useActHere } from "../../_components/use-act";
import { rehearseRefundAction } from "./purchase-actions";
import { RehearsalResult } from "./rehearsal-result";
import { DETAIL, REHEARSE } from "./words";

type PanelProps = {
  merchant: string;
  purchase: PurchaseJson;
  last: RehearsalJson | null;
  mayRehearse: boolean;
};

/** What a refund would take back, before it is made; and whether the last one rehearsed came as expected. */
export function RehearsalPanel({ merchant, purchase, last, mayRehearse }: PanelProps) {
  return (
    <section className="tg-shop-part" aria-label={REHEARSE.title}>
      <h3>{REHEARSE.title}</h3>
      {last ? <LastRehearsal last={last} /> : null}
      {mayRehearse ? <RehearsalForm merchant={merchant} purchase={purchase} /> : null}
    </section>
  );
}

const TONES: Record<RehearsalJson["outcome"], Tone> = {
  awaited: "neutral",
  as_expected: "credit",
  other_amount: "held",
  other_credits: "refused",
};

function LastRehearsal({ last: { outcome, at, expected, actual } }: { last: RehearsalJson }) {
  return (
    <p>
      {REHEARSE.last} <Instant at={new Date(at)} /> ·{" "}
      <Badge tone={TONES[outcome]}>{REHEARSE.outcomes[outcome]}</Badge>
      {outcome === "awaited" ? null : (
        <span className="tg-quiet"> {REHEARSE.expected(expected, actual)}</span>
      )}
    </p>
  );
}

type Draft = {
  readonly by: "amount" | "lines";
  readonly amount: string;
  /** How many pieces of each line, by its key. */
  readonly pieces: Readonly<Record<string, number>>;
};

function RehearsalForm({ merchant, purchase }: { merchant: string; purchase: PurchaseJson }) {
  const [draft, setDraft] = useState<Draft>({ by: "amount", amount: "", pieces: {} });
  const [result, setResult] = useState<RefundRehearsal | null>(null);
  const { busy, act, failure, wrong, form, refuse } = useActHere();
  const change = (fields: Partial<Draft>) => setDraft((now) => ({ ...now, ...fields }));
  const rehearse = () => {
    const refund = refundOf(draft);
    if (refund === null) {
      return refuse({
        title: REHEARSE.failed,
        message: REHEARSE.attention,
        fields: { amount: REHEARSE.badAmount },
      });
    }
    act({
      run: () => rehearseRefundAction(merchant, { id: purchase.id, refund }),
      failed: REHEARSE.failed,
      then: setResult,
    });
  };
  return (
    <form ref={form} action={rehearse} className="tg-shop-form">
      <p className="tg-quiet">{REHEARSE.help}</p>
      <SegmentedControl
        aria-label={REHEARSE.by}
        data={[
          { value: "amount", label: REHEARSE.byAmount },
          { value: "lines", label: REHEARSE.byLines },
        ]}
        value={draft.by}
        onChange={(by) => change({ by: by === "lines" ? "lines" : "amount" })}
      />
      {draft.by === "amount" ? (
        <TextInput
          label={REHEARSE.amount}
          description={REHEARSE.amountHelp}
          inputMode="decimal"
          value={draft.amount}
          onChange={(event) => change({ amount: event.currentTarget.value })}
          error={wrong["amount"]}
          autoComplete="off"
        />
      ) : (
        <PieceFields purchase={purchase} draft={draft} onChange={(pieces) => change({ pieces })} />
      )}
      <ActFailure failure={failure} atFields={draft.by === "amount"} />
      <div className="tg-shop-buttons">
        <Button type="submit" variant="default" loading={busy}>
          {REHEARSE.go}
        </Button>
      </div>
      {result ? <RehearsalResult result={result} /> : null}
    </form>
  );
}

type PieceFieldsProps = {
  purchase: PurchaseJson;
  draft: Draft;
  onChange: (pieces: Draft["pieces"]) => void;
};

function PieceFields({ purchase: { lines }, draft: { pieces }, onChange }: PieceFieldsProps) {
  return (
    <fieldset className="tg-shop-pieces">
      <legend>{DETAIL.lines}</legend>
      {lines
        .filter(({ quantity }) => quantity > 0)
        .map(({ key, name, quantity }) => (
          <NumberInput
            key={key}
            label={REHEARSE.pieces(name, String(quantity))}
            description={REHEARSE.piecesHelp}
            min={0}
            max={quantity}
            allowDecimal={false}
            value={pieces[key] ?? 0}
            onChange={(value) => onChange({ ...pieces, [key]: typeof value === "number" ? value : 0 })}
          />
        ))}
    </fieldset>
  );
}

/** The refund as it is sent; null for an amount that is none. No amount and no pieces: all that is left. */
function refundOf({ by, amount, pieces }: Draft): RehearseRefundInput | null {
  if (by === "lines") {
    const lines = Object.entries(pieces)
      .filter(([, quantity]) => quantity > 0)
      .map(([key, quantity]) => ({ key, quantity }));
    return lines.length === 0 ? {} : { lines };
  }
  const typed = amount.trim().replaceAll(",", "");
  if (typed === "") return {};
  return /^\d{1,12}(\.\d{1,8})?$/.test(typed) ? { amount: typed } : null;
}
