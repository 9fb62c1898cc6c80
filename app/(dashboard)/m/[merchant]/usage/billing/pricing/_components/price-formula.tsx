import type { PriceExplanation } from "@/lib/pricing/core";
import { PriceLines } from "../../../_components/price-lines";
import { EXAMPLE } from "./form-words";
import { QUOTED_WORDS } from "./words";

/** A price spelled out: its lines add up to the raw cost, and the rounding makes it the charge. */
export function PriceFormula({ why }: { why: PriceExplanation }) {
  return (
    <table className="tg-formula">
      <caption className="tg-price-hidden">{EXAMPLE.title}</caption>
      <tbody>
        <PriceLines lines={why.lines} />
        <tr data-total>
          <td>{EXAMPLE.total}</td>
          <td>{why.raw}</td>
        </tr>
        <tr data-cost>
          <td>{why.rounding === null ? EXAMPLE.cost : QUOTED_WORDS[why.rounding]}</td>
          <td>
            {why.cost} {EXAMPLE.credits(why.cost)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
