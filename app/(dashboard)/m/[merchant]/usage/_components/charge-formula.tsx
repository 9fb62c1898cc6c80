import "./charge-formula.css";
import { Credits } from "@/components/ui";
import type { PriceExplanation } from "@/lib/pricing/core";
import { PriceLines } from "./price-lines";
import { PRICE, ROUNDED_WORDS } from "./price-words";

type ChargeFormulaProps = {
  charge: { readonly cost: bigint; readonly rawCost: string };
  /** Null where nothing explains the charge: then its figures stand alone. */
  why: PriceExplanation | null;
};

/** What was charged, spelled out: the terms add up to the raw cost; the rounding makes it the charge. */
export function ChargeFormula({ charge, why }: ChargeFormulaProps) {
  return (
    <table className="tg-charge-formula">
      <caption>{PRICE.formula}</caption>
      <tbody>
        <PriceLines lines={why?.lines ?? []} />
        <tr data-total>
          <td>{PRICE.raw}</td>
          <td>{charge.rawCost}</td>
        </tr>
        <tr data-total>
          <td>{why?.rounding ? ROUNDED_WORDS[why.rounding] : PRICE.charged}</td>
          <td>
            <Credits micros={charge.cost} places={6} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
