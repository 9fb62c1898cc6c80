import Link from "next/link";
import { Badge, CopyId, Credits, Instant, JsonTree, type KeyValue, KeyValues, route } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { type EntryRow, listLedger } from "@/lib/wallets";
import { z } from "zod";
import { Part } from "./part";
import { MoreEntries } from "./more-entries";
import { DETAIL, typeWord } from "./words";

const PER_PAGE = 12;
const BOUGHT = ["purchase", "refund", "dispute", "dispute_reversal"] as const;

type CustomerLedgerProps = {
  merchant: string;
  customer: string;
  /** Whether the history was asked for: purchases stand first. */
  purchasesFirst: boolean;
  cursor: string | undefined;
};

/** Every entry of the customer, each with its explanation behind it; and purchases on their own. */
export async function CustomerLedger({ merchant, customer, purchasesFirst, cursor }: CustomerLedgerProps) {
  const ctx = await requireMember(merchant);
  const [entries, bought] = await Promise.all([
    listLedger(ctx, { externalId: customer, limit: PER_PAGE, cursor }).catch(() =>
      // A place of another list, in an address that somebody edited: the newest entries.
      listLedger(ctx, { externalId: customer, limit: PER_PAGE }),
    ),
    listLedger(ctx, { externalId: customer, limit: PER_PAGE, types: [...BOUGHT] }),
  ]);
  const activity = `/m/${merchant}/usage/billing/activity?range=90d&customer=${encodeURIComponent(customer)}`;
  const purchases = (
    <Part
      key="purchases"
      title={DETAIL.purchases}
      none={bought.data.length === 0 ? DETAIL.purchasesNone : null}
    >
      <Entries rows={bought.data} />
    </Part>
  );
  const ledger = (
    <Part
      key="ledger"
      title={DETAIL.ledger}
      none={entries.data.length === 0 ? DETAIL.ledgerNone : null}
      actions={<Link href={route(activity)}>{DETAIL.ledgerAll}</Link>}
    >
      <Entries rows={entries.data} />
      <MoreEntries next={entries.nextCursor} customer={customer} />
    </Part>
  );
  return <>{purchasesFirst ? [purchases, ledger] : [ledger, purchases]}</>;
}

function Entries({ rows }: { rows: readonly EntryRow[] }) {
  return (
    <ul className="tg-entries">
      {rows.map((entry) => (
        <li key={entry.id}>
          <details>
            <summary>
              <Instant at={entry.recordedAt} />
              <Badge>{typeWord(entry.type)}</Badge>
              <span className="tg-quiet tg-cut">{aboutOf(entry)}</span>
              <Credits micros={entry.delta} sign />
            </summary>
            <KeyValues items={factsOf(entry)} />
            <JsonTree value={z.json().catch({}).parse(entry.references)} title={DETAIL.references} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function aboutOf({ module, model, note, fromQuota }: EntryRow): string {
  if (module !== null) {
    const paid = fromQuota ? DETAIL.fromQuota(fromQuota) : null;
    return [module, model, paid].filter((part) => part !== null).join(" · ");
  }
  return note ?? "";
}

function factsOf(entry: EntryRow): KeyValue[] {
  return [
    ...(entry.balanceAfter === null
      ? []
      : [{ label: DETAIL.after, value: <Credits micros={entry.balanceAfter} places={6} /> }]),
    { label: DETAIL.actor, value: entry.actor.label },
    ...(entry.note ? [{ label: DETAIL.note, value: entry.note }] : []),
    { label: "Entry", value: <CopyId id={entry.id} label="Copy entry id" /> },
  ];
}
