"use client";

import { Button, Modal, PasswordInput, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import type { ConnectionJson } from "@/lib/commerce";
import { ActFailure } from "../../_components/act-failure";
import { useActHere } from "../../_components/use-act";
import { rotateSecretAction } from "./connection-actions";
import { SecretOnce } from "./secret-once";
import { typedOnly } from "./use-connecting";
import { ACTS } from "./words";

type RotateProps = { merchant: string; connection: ConnectionJson };

const KEEPS = [
  { value: "0", label: ACTS.keepNow },
  { value: "24", label: ACTS.keepDay },
  { value: "168", label: ACTS.keepWeek },
];

/** Puts a new webhook secret in force; the one before stays valid for a while. */
export function RotateButton(props: RotateProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {ACTS.rotate}
      </Button>
      {asking ? <RotateDialog {...props} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function RotateDialog({ merchant, connection, onClose }: RotateProps & { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [hours, setHours] = useState("24");
  const [secret, setSecret] = useState<string | null>(null);
  const { busy, act, failure, wrong, form } = useActHere();
  const stripe = connection.kind === "stripe";
  const rotate = () =>
    act({
      run: () =>
        rotateSecretAction(merchant, {
          id: connection.id,
          input: { ...typedOnly("webhookSecret", typed), keepPreviousHours: Number(hours) },
        }),
      done: ACTS.rotated,
      failed: ACTS.rotateFailed,
      then: ({ webhookSecret }) => (webhookSecret === null ? onClose() : setSecret(webhookSecret)),
    });
  return (
    <Modal opened onClose={onClose} title={ACTS.rotateAsk}>
      {secret === null ? (
        <form ref={form} action={rotate}>
          <Stack gap="md">
            <p>{ACTS.rotateHelp}</p>
            <PasswordInput
              label={ACTS.rotateSecret}
              description={stripe ? ACTS.rotateStripeHelp : ACTS.rotateSecretHelp}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={wrong["webhookSecret"]}
              required={stripe}
              withAsterisk={false}
              autoComplete="off"
              data-autofocus
            />
            <div className="tg-shop-part">
              <p>{ACTS.keep}</p>
              <SegmentedControl aria-label={ACTS.keep} data={KEEPS} value={hours} onChange={setHours} />
            </div>
            <ActFailure failure={failure} atFields />
            <Button type="submit" loading={busy}>
              {ACTS.rotate}
            </Button>
          </Stack>
        </form>
      ) : (
        <SecretOnce secret={secret} />
      )}
    </Modal>
  );
}
