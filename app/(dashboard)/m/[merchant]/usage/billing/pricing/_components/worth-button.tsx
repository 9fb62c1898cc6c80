"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import type { Settings } from "@/lib/merchants/schemas";
import { LIST_CURRENCY } from "@/lib/pricing/core";
import { setWorthAction } from "./pricing-actions";
import { WORDS } from "./words";

type WorthButtonProps = {
  merchant: string;
  settings: Pick<Settings, "currency" | "creditValue" | "dollarRate">;
  /** Whether margins can be worked out already. */
  known: boolean;
};

const { marginHelp: words } = WORDS;

/** Says what a credit is worth, and a dollar where the merchant counts in another currency. */
export function WorthButton({ merchant, settings, known }: WorthButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {known ? words.change : words.set}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={words.title} size={440}>
        <WorthForm merchant={merchant} settings={settings} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function WorthForm({
  merchant,
  settings,
  onClose,
}: Omit<WorthButtonProps, "known"> & { onClose: () => void }) {
  const { currency } = settings;
  const [credit, setCredit] = useState(settings.creditValue ?? "");
  const [dollar, setDollar] = useState(settings.dollarRate ?? "");
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const submit = () =>
    startTransition(async () => {
      const rate = currency === LIST_CURRENCY ? {} : { dollarRate: orNull(dollar) };
      const saved = await setWorthAction(merchant, { creditValue: orNull(credit), ...rate });
      if (!saved.ok) {
        setWrong(saved.error.fields ?? {});
        return notifyFailed(words.failed, saved.error.message);
      }
      notifyDone(words.done);
      router.refresh();
      onClose();
    });
  return (
    <form action={submit}>
      <Stack gap="md">
        <p className="tg-price-text">{words.text}</p>
        <TextInput
          label={words.field(currency)}
          placeholder="0.01"
          inputMode="decimal"
          value={credit}
          onChange={(event) => setCredit(event.currentTarget.value)}
          error={wrong["creditValue"]}
          data-autofocus
        />
        {currency === LIST_CURRENCY ? null : (
          <TextInput
            label={words.rateField(currency)}
            description={words.rateTip}
            placeholder="0.92"
            inputMode="decimal"
            value={dollar}
            onChange={(event) => setDollar(event.currentTarget.value)}
            error={wrong["dollarRate"]}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
