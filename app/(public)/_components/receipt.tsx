import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui";

/** One request, charged and explained: what the product does, told by an example that adds up. */
export function Receipt() {
  return (
    <figure className="tg-receipt tg-surface" aria-label="An example: one request, charged and explained">
      <figcaption className="tg-receipt-head">
        <span>
          <span className="tg-mono">POST /api/v1/usage</span>
          <span className="tg-quiet"> req_1</span>
        </span>
        <Badge tone="credit" icon={<Check size={12} aria-hidden />}>
          Recorded once
        </Badge>
      </figcaption>
      <dl>
        <Line label="800 input tokens" note="at 1 per 1K">
          0.8
        </Line>
        <Line label="300 output tokens" note="at 2 per 1K">
          0.6
        </Line>
        <Line label="Cost" note="rounded up to a whole credit" sum>
          1.4 → 2
        </Line>
        <Line label="From balance" note="promotional lot, expires in 12 days">
          −1
        </Line>
        <Line label="From quota" note={<Badge tone="quota">Chatbot, monthly</Badge>}>
          1
        </Line>
      </dl>
      <div className="tg-receipt-quota">
        <div className="tg-receipt-bar" aria-hidden="true">
          <span />
          <span className="tg-hatch" />
        </div>
        <span>
          <b>42</b> of 100 used, <b>6</b> held
        </span>
        <span className="tg-quiet">resets in 9 days</span>
      </div>
    </figure>
  );
}

type LineProps = { label: string; note: ReactNode; sum?: boolean; children: ReactNode };

function Line({ label, note, sum = false, children }: LineProps) {
  return (
    <div className="tg-receipt-line" data-sum={sum || undefined}>
      <dt>
        {label} <span className="tg-receipt-note">{note}</span>
      </dt>
      <dd className="tg-num">{children}</dd>
    </div>
  );
}
