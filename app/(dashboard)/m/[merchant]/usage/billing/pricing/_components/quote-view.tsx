import { StateLink, useUrlState } from "@/components/ui";
import type { Quote } from "@/lib/pricing";
import { EXAMPLE, TEST } from "./form-words";
import { PriceFormula } from "./price-formula";
import type { Names } from "./names";
import { usageWords } from "./rule-row";
import { VERDICT_WORDS, WORDS } from "./words";

/** A price with its formula, and every rule that was looked at with what speaks for or against it. */
export function QuoteView({ quote, names }: { quote: Quote; names: Names }) {
  const { explanation, considered } = quote;
  const { hrefBeside } = useUrlState();
  return (
    <div className="tg-quote" role="status">
      <p className="tg-quote-cost">
        {TEST.cost}{" "}
        <strong>
          {explanation.cost} {EXAMPLE.credits(explanation.cost)}
        </strong>
      </p>
      {explanation.policy === null ? null : <p>{TEST.unpriced[explanation.policy]}</p>}
      <PriceFormula why={explanation} />
      <h3>{TEST.considered}</h3>
      {considered.length === 0 ? <p className="tg-quiet">{TEST.none}</p> : null}
      <ul className="tg-considered">
        {considered.map(({ verdict, rule }) => (
          <li key={rule.id} data-matched={verdict === "matched" || undefined}>
            <StateLink href={hrefBeside({ rule: rule.id, test: null })}>
              {usageWords(rule, names)}, {rule.model ?? WORDS.anyModel} {rule.provider ?? ""}
            </StateLink>
            <span>{VERDICT_WORDS[verdict]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
