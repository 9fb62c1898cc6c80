import { formatCount } from "@/lib/kernel/format";
import type { PriceLine } from "@/lib/pricing/core";
import { BUCKET_WORDS, PER_WORDS } from "./price-words";

/** The terms of a price, a row each: "800 input tokens × 1 per 1K" and what it comes to. */
export function PriceLines({ lines }: { lines: readonly PriceLine[] }) {
  return lines.map((line) => (
    <tr key={line.bucket}>
      <td>
        {grouped(line.quantity)} {BUCKET_WORDS[line.bucket]} × {line.rate} {PER_WORDS[line.per]}
      </td>
      <td>{line.amount}</td>
    </tr>
  ));
}

/** Groups the digits of a whole quantity; one with a fraction is written as it is. */
function grouped(quantity: string): string {
  return /^\d+$/.test(quantity) ? formatCount(BigInt(quantity)) : quantity;
}
