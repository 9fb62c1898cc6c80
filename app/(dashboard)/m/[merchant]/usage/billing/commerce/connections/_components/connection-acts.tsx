"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { Badge, confirm, useUrlState } from "@/components/ui";
import type { ConnectionJson } from "@/lib/commerce";
import { formatPlural } from "@/lib/kernel/format";
import { ActFailure } from "../../_components/act-failure";
import { useAct, useActHere } from "../../_components/use-act";
import {
  deleteConnectionAction,
  patchConnectionAction,
  setUpWebhooksAction,
  testConnectionAction,
} from "./connection-actions";
import { RotateButton } from "./rotate-button";
import { ACTS } from "./words";

type ActsProps = { merchant: string; connection: ConnectionJson };
type Answer = Awaited<ReturnType<typeof testConnectionAction>>;
type Checks = Extract<Answer, { ok: true }>["data"]["checks"];

/** What can be done with a connection: test it, repair its webhooks, replace its secret, switch it, end it. */
export function ConnectionActs({ merchant, connection }: ActsProps) {
  const [checks, setChecks] = useState<Checks>([]);
  const testing = useActHere();
  const mending = useActHere();
  const switching = useActHere();
  const { id, kind, hasKeys, enabled } = connection;
  const test = () =>
    testing.act({
      run: () => testConnectionAction(merchant, id),
      failed: ACTS.notTested,
      then: (found) => setChecks(found.checks),
    });
  const setUp = () =>
    mending.act({
      run: () => setUpWebhooksAction(merchant, id),
      done: ({ created, switchedOn }) =>
        ACTS.setUpDone(formatPlural(created, ...ACTS.webhookNoun), String(switchedOn)),
      failed: ACTS.setUpFailed,
    });
  const flip = () =>
    switching.act({
      run: () => patchConnectionAction(merchant, { id, changes: { enabled: !enabled } }),
      done: enabled ? ACTS.disabled : ACTS.enabled,
      failed: ACTS.notSwitched,
    });
  return (
    <>
      <div className="tg-shop-buttons">
        <Button variant="default" loading={testing.busy} onClick={test}>
          {ACTS.test}
        </Button>
        {kind === "woocommerce" && hasKeys ? (
          <Button variant="default" loading={mending.busy} onClick={setUp}>
            {ACTS.setUp}
          </Button>
        ) : null}
        <RotateButton merchant={merchant} connection={connection} />
        <Button variant="default" loading={switching.busy} onClick={flip}>
          {enabled ? ACTS.disable : ACTS.enable}
        </Button>
        <DeleteButton merchant={merchant} connection={connection} />
      </div>
      <ActFailure failure={testing.failure ?? mending.failure ?? switching.failure} />
      {checks.length === 0 ? null : <TestResult checks={checks} />}
    </>
  );
}

const CHECKS = new Map<string, string>(Object.entries(ACTS.checks));

function TestResult({ checks }: { checks: Checks }) {
  return (
    <section className="tg-shop-part" role="status">
      <h3>{ACTS.testTitle}</h3>
      <ul className="tg-shop-list" aria-label={ACTS.testTitle}>
        {checks.map(({ name, ok, detail }) => (
          <li key={name}>
            <span className="tg-shop-line">
              <span>{CHECKS.get(name) ?? name}</span>
              <span className="tg-quiet">{detail}</span>
            </span>
            <Verdict ok={ok} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Verdict({ ok }: { ok: boolean | null }) {
  if (ok === null) return <Badge>{ACTS.unknown}</Badge>;
  return <Badge tone={ok ? "credit" : "refused"}>{ok ? ACTS.ok : ACTS.wrong}</Badge>;
}

function DeleteButton({ merchant, connection: { id, name } }: ActsProps) {
  const { run } = useAct();
  const { hrefBeside, navigate } = useUrlState();
  const ask = () =>
    confirm({
      title: ACTS.removeAsk(name),
      children: ACTS.removeHelp,
      confirmLabel: ACTS.remove,
      destructive: true,
      onConfirm: () =>
        run({
          run: () => deleteConnectionAction(merchant, id),
          done: ACTS.removed,
          failed: ACTS.notRemoved,
          then: () => navigate(hrefBeside({ connection: null }), { replace: true }),
        }),
    });
  return (
    <Button variant="default" onClick={ask}>
      {ACTS.remove}
    </Button>
  );
}
