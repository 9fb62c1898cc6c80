import Link from "next/link";
import { Badge, Credits, route } from "@/components/ui";
import type { Overview } from "@/lib/checks";
import { RUNNING_OUT } from "./words";

type RunningOutProps = { merchant: string; customers: Overview["runningOut"] };

/** Whose balance is about to end, the soonest first. */
export function RunningOut({ merchant, customers }: RunningOutProps) {
  const balances = `/m/${merchant}/usage/billing/balances`;
  return (
    <section className="tg-surface tg-overview-list" aria-label={RUNNING_OUT.title}>
      <h2>{RUNNING_OUT.title}</h2>
      <p>{customers.length === 0 ? RUNNING_OUT.none : RUNNING_OUT.about}</p>
      {customers.length === 0 ? null : (
        <ul aria-label={RUNNING_OUT.label}>
          {customers.map(({ id, name, balance, hoursLeft }) => (
            <li key={id}>
              <Link
                href={route(`${balances}?customer=${encodeURIComponent(id)}`)}
                className="tg-cut"
                dir="auto"
              >
                {name ?? id}
              </Link>
              <Badge tone={hoursLeft < 24n ? "refused" : "held"}>{RUNNING_OUT.left(hoursLeft)}</Badge>
              <Credits micros={balance} />
            </li>
          ))}
        </ul>
      )}
      <Link href={route(balances)} className="tg-overview-more">
        {RUNNING_OUT.all}
      </Link>
    </section>
  );
}
