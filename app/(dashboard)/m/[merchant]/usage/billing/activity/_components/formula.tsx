import { Credits } from "@/components/ui";
import { formatCount } from "@/lib/kernel/format";
import type { ExplainedUsage } from "@/lib/metering";
import { BUCKETS, CHARGED, ENTRY, PER, ROUNDINGS } from "./words";

/** The terms add up to the raw cost; the rounding makes it the charge. */
export function Formula({ usage: { event, why } }: { usage: ExplainedUsage }) {
  return (
    <table className="tg-activity-formula">
      <caption>{ENTRY.formula}</caption>
      <tbody>
        {(why?.lines ?? []).map((line) => (
          <tr key={line.bucket}>
            <td>
              {grouped(line.quantity)} {BUCKETS[line.bucket] ?? line.bucket} × {line.rate}{" "}
              {PER[line.per] ?? line.per}
            </td>
            <td>{line.amount}</td>
          </tr>
        ))}
        <tr data-total>
          <td>{ENTRY.raw}</td>
          <td>{event.rawCost}</td>
        </tr>
        <tr data-total>
          <td>{ROUNDINGS[why?.rounding ?? ""] ?? CHARGED}</td>
          <td>
            <Credits micros={event.cost} places={6} />
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
