"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { confirm, CopyId, Credits, Instant, notifyDone, notifyFailed } from "@/components/ui";
import { releaseHoldAction } from "./balance-actions";
import { Part } from "./part";
import { ACTS, DETAIL, WORDS } from "./words";

type Hold = {
  readonly id: string;
  readonly amount: bigint;
  readonly module: string;
  readonly model: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

type HoldListProps = { merchant: string; customer: string; holds: readonly Hold[]; mayRelease: boolean };

/** What is set aside for requests in flight; one whose request died can be given back by hand. */
export function HoldList({ merchant, customer, holds, mayRelease }: HoldListProps) {
  const router = useRouter();
  const release = async (hold: string) => {
    const answer = await releaseHoldAction(merchant, { customer, hold });
    if (!answer.ok) return notifyFailed(WORDS.notDone, answer.error.message);
    notifyDone(ACTS.released);
    router.refresh();
  };
  const ask = (hold: string) =>
    confirm({
      title: ACTS.releaseTitle,
      children: ACTS.releaseLine,
      confirmLabel: ACTS.release,
      onConfirm: () => release(hold),
    });
  return (
    <Part title={DETAIL.holds} none={holds.length === 0 ? DETAIL.holdsNone : null}>
      <ul className="tg-part-list">
        {holds.map((hold) => (
          <li key={hold.id}>
            <CopyId id={hold.id} label="Copy hold id" />
            <span className="tg-quiet tg-cut">
              {hold.module} · {hold.model}
            </span>
            <span>
              <Credits micros={hold.amount} />
            </span>
            <span className="tg-quiet">
              <Instant at={hold.createdAt} /> – <Instant at={hold.expiresAt} />
            </span>
            {mayRelease ? (
              <Button variant="default" size="compact-sm" onClick={() => ask(hold.id)}>
                {ACTS.release}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
