import { formatCount } from "@/lib/kernel/format";
import type { PriceExplanation } from "@/lib/pricing/core";
import { EXAMPLE } from "./form-words";
import { LINE_WORDS, PER_WORDS, ROUNDED_WORDS } from "./words";

/** A price spelled out: its lines add up to the raw cost, and the rounding makes it the charge. */
export function PriceFormula({ why }: { why: PriceExplanation }) {
  return (
    <table className="tg-formula">
      <caption className="tg-price-hidden">{EXAMPLE.title}</caption>
      <tbody>
        {why.lines.map((line) => (
          <tr key={line.bucket}>
            <td>
              {grouped(line.quantity)} {LINE_WORDS[line.bucket]} × {line.rate} {PER_WORDS[line.per]}
            </td>
            <td>{line.amount}</td>
          </tr>
        ))}
        <tr data-total>
          <td>{EXAMPLE.total}</td>
          <td>{why.raw}</td>
        </tr>
        <tr data-cost>
          <td>{why.rounding === null ? EXAMPLE.cost : ROUNDED_WORDS[why.rounding]}</td>
          <td>
            {why.cost} {EXAMPLE.credits(why.cost)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Groups the digits of a whole quantity; one with a fraction is written as it is. */
function grouped(quantity: string): string {
  return /^\d+$/.test(quantity) ? formatCount(BigInt(quantity)) : quantity;
}
