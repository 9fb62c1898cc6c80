"use client";

import { Button, Group, NumberInput, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { creditsToString } from "@/lib/kernel/micros";
import { readTypedCredits } from "@/lib/kernel/typed-credits";
import { grantAction } from "./balance-actions";
import { newFormKey } from "./form-key";
import { GRANT, WORDS } from "./words";

type GrantFormProps = {
  merchant: string;
  customer: string;
  /** Gives, or takes away. */
  sign: 1 | -1;
  today: string;
  onClose: () => void;
};

const USUAL_PRIORITY = 50;

/** A grant with its category, expiry and priority, or credits to take away; both with a reason. */
export function GrantForm({ merchant, customer, sign, today, onClose }: GrantFormProps) {
  const [amount, setAmount] = useState("");
  const [given, setGiven] = useState({
    category: "promotional",
    expires: "",
    priority: USUAL_PRIORITY,
    reason: "",
  });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, startTransition] = useTransition();
  // The form's own key: pressed again after an answer that got lost, it books nothing twice.
  const [id] = useState(newFormKey);
  const router = useRouter();
  const value = readTypedCredits(amount);
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });

  const submit = () =>
    startTransition(async () => {
      if (value === null || value <= 0n) return setWrong({ amount: WORDS.badAmount });
      const text = creditsToString(sign === 1 ? value : -value);
      const answer = await grantAction(merchant, { id, customer, ...given, amount: text });
      if (!answer.ok) {
        setWrong(answer.error.fields ?? {});
        return notifyFailed(GRANT.notGranted, answer.error.message);
      }
      notifyDone(sign === 1 ? GRANT.granted(value) : GRANT.taken(value));
      router.refresh();
      onClose();
    });
  return (
    <form action={submit}>
      <Stack gap="md">
        {sign === -1 ? <p>{GRANT.takeLine}</p> : null}
        <TextInput
          label={GRANT.amount}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={wrong["amount"]}
          inputMode="decimal"
          autoComplete="off"
          required
          data-autofocus
        />
        {sign === 1 ? <LotFields given={given} set={set} wrong={wrong} today={today} /> : null}
        <TextInput
          label={GRANT.reason}
          value={given.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          error={wrong["reason"]}
          maxLength={500}
          autoComplete="off"
        />
        <GrantButtons sign={sign} busy={busy} onClose={onClose} />
      </Stack>
    </form>
  );
}

type GrantButtonsProps = { sign: 1 | -1; busy: boolean; onClose: () => void };

function GrantButtons({ sign, busy, onClose }: GrantButtonsProps) {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose}>
        {GRANT.cancel}
      </Button>
      <Button type="submit" loading={busy} className={sign === 1 ? "" : "tg-destructive"}>
        {sign === 1 ? GRANT.submitGrant : GRANT.submitTake}
      </Button>
    </Group>
  );
}

type LotGiven = { category: string; expires: string; priority: number; reason: string };
type LotFieldsProps = {
  given: LotGiven;
  set: (change: Partial<LotGiven>) => void;
  wrong: Readonly<Record<string, string>>;
  today: string;
};

/** What a lot is: paid or given, until when, and when it burns. */
export function LotFields({ given, set, wrong, today }: LotFieldsProps) {
  return (
    <>
      <div>
        <div className="tg-field-label" id="grant-category" data-tip={GRANT.categoryTip}>
          {GRANT.category}
        </div>
        <SegmentedControl
          aria-labelledby="grant-category"
          value={given.category}
          onChange={(category) => set({ category })}
          data={[
            { value: "promotional", label: GRANT.promotional },
            { value: "paid", label: GRANT.paid },
          ]}
        />
      </div>
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={GRANT.expires}
          description={GRANT.expiresTip}
          value={given.expires}
          min={today}
          onChange={(event) => set({ expires: event.currentTarget.value })}
          error={wrong["expiresAt"]}
        />
        <NumberInput
          label={GRANT.priority}
          description={GRANT.priorityTip}
          value={given.priority}
          onChange={(priority) => set({ priority: typeof priority === "number" ? priority : USUAL_PRIORITY })}
          min={0}
          max={1_000}
          allowDecimal={false}
          hideControls
          error={wrong["priority"]}
        />
      </Group>
    </>
  );
}
