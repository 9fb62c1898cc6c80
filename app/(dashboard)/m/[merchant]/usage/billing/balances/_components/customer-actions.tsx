"use client";

import { Button, Group } from "@mantine/core";
import { modals } from "@mantine/modals";
import { Minus, Plus, Snowflake, Sun } from "lucide-react";
import { FreezeForm } from "./freeze-form";
import { GrantForm } from "./grant-form";
import { ProveButton } from "./prove-button";
import { ACTS, GRANT } from "./words";

type CustomerActionsProps = {
  merchant: string;
  customer: { id: string; name: string };
  frozen: boolean;
  mayChange: boolean;
  /** Today in the merchant's zone: credits expire later. */
  today: string;
};

const ICON = { size: 14, "aria-hidden": true } as const;

/** What can be done with one customer's credits. */
export function CustomerActions({ merchant, customer, frozen, mayChange, today }: CustomerActionsProps) {
  const grant = (sign: 1 | -1) => {
    const id = modals.open({
      title: sign === 1 ? GRANT.titleGrant(customer.name) : GRANT.titleTake(customer.name),
      size: 460,
      children: (
        <GrantForm
          merchant={merchant}
          customer={customer.id}
          sign={sign}
          today={today}
          onClose={() => modals.close(id)}
        />
      ),
    });
  };
  const freeze = () => {
    const id = modals.open({
      title: frozen ? ACTS.unfreezeTitle : ACTS.freezeTitle,
      size: 440,
      children: (
        <FreezeForm
          merchant={merchant}
          customer={customer.id}
          frozen={frozen}
          onClose={() => modals.close(id)}
        />
      ),
    });
  };
  return (
    <Group gap="xs" className="tg-customer-actions">
      {mayChange ? (
        <>
          <Button size="compact-md" leftSection={<Plus {...ICON} />} onClick={() => grant(1)}>
            {ACTS.grant}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<Minus {...ICON} />}
            onClick={() => grant(-1)}
          >
            {ACTS.take}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={frozen ? <Sun {...ICON} /> : <Snowflake {...ICON} />}
            onClick={freeze}
          >
            {frozen ? ACTS.unfreeze : ACTS.freeze}
          </Button>
        </>
      ) : null}
      <ProveButton merchant={merchant} customer={customer.id} size="compact-md" />
    </Group>
  );
}
