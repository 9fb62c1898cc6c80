import { CopyId, Credits, type KeyValue, KeyValues } from "@/components/ui";
import type { RefundRehearsal } from "@/lib/commerce";
import { creditsOf } from "./purchase-row";
import { REHEARSE } from "./words";

/** What a refund would do. */
export function RehearsalResult({ result }: { result: RefundRehearsal }) {
  const { refund, takenBack, lots, short, owed, policy, balance } = result;
  const unit = refund.currency === null ? "" : ` ${refund.currency}`;
  const items: KeyValue[] = [
    { label: REHEARSE.refund, value: `${refund.before} → ${refund.after}${unit}` },
    { label: REHEARSE.taken, value: <Credits micros={-creditsOf(takenBack)} /> },
    ...lots.map(({ id, amount }, place) => ({
      label: place === 0 ? REHEARSE.lots : `${REHEARSE.lots} (${place + 1})`,
      value: (
        <>
          <Credits micros={creditsOf(amount)} /> {REHEARSE.fromLot} <CopyId id={id} />
        </>
      ),
    })),
    ...(short === "0"
      ? []
      : [
          { label: REHEARSE.short, value: <Credits micros={creditsOf(short)} /> },
          { label: REHEARSE.owed, value: <Credits micros={creditsOf(owed)} /> },
          { label: REHEARSE.policy, value: REHEARSE.policies[policy] },
        ]),
    {
      label: REHEARSE.balance,
      value: (
        <>
          <Credits micros={creditsOf(balance.before)} /> → <Credits micros={creditsOf(balance.after)} />
        </>
      ),
    },
  ];
  return (
    <div role="status">
      <KeyValues items={items} />
    </div>
  );
}
