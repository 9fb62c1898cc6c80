"use client";

import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState, useTransition } from "react";
import { ActFailure } from "./act-failure";
import { assignPurchaseAction, findCustomersAction } from "./assign-actions";
import { useActHere } from "./use-act";
import { ASSIGN } from "./words";

const PAUSE_MILLIS = 250;

type Found = { readonly externalId: string; readonly label: string };

type AssignProps = {
  merchant: string;
  purchase: string;
  number: string;
  /** What the buyer typed at the till: looked for first. */
  buyer: string | null;
};

/** Says whose a purchase is that waits. */
export function AssignButton(props: AssignProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {ASSIGN.open}
      </Button>
      {asking ? <AssignDialog {...props} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function AssignDialog({ merchant, purchase, number, buyer, onClose }: AssignProps & { onClose: () => void }) {
  const [customer, setCustomer] = useState<string | null>(null);
  const { busy, act, failure } = useActHere();
  const assign = () => {
    if (customer === null) return;
    act({
      run: () => assignPurchaseAction(merchant, { id: purchase, customer }),
      done: ASSIGN.done,
      failed: ASSIGN.failed,
      then: onClose,
    });
  };
  return (
    <Modal opened onClose={onClose} title={ASSIGN.title(number)}>
      <form action={assign}>
        <Stack gap="md">
          <p>{ASSIGN.help}</p>
          <CustomerSelect merchant={merchant} first={buyer} value={customer} onChange={setCustomer} />
          <ActFailure failure={failure} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {ASSIGN.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={customer === null}>
              {ASSIGN.assign}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type CustomerSelectProps = {
  merchant: string;
  first: string | null;
  value: string | null;
  onChange: (customer: string | null) => void;
};

/** A customer, searched as one types; what the buyer typed is looked for when the list is opened. */
function CustomerSelect({ merchant, first, value, onChange }: CustomerSelectProps) {
  const [found, setFound] = useState<readonly Found[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const look = (text: string) =>
    startTransition(async () => {
      const answer = await findCustomersAction(merchant, text);
      setWrong(answer.ok ? null : answer.error.message);
      if (answer.ok) setFound(answer.data);
    });
  const search = useDebouncedCallback((text: string) => {
    if (text.trim() !== "") look(text);
  }, PAUSE_MILLIS);
  return (
    <Select
      label={ASSIGN.customer}
      placeholder={ASSIGN.search}
      data={found.map(({ externalId, label }) => ({ value: externalId, label }))}
      value={value}
      onChange={onChange}
      onSearchChange={search}
      onDropdownOpen={() => {
        if (found.length === 0 && first !== null) look(first);
      }}
      filter={({ options }) => options}
      nothingFoundMessage={ASSIGN.nobody}
      error={wrong}
      searchable
      data-autofocus
    />
  );
}
