"use client";

import { Button } from "@mantine/core";
import { useTransition } from "react";
import { confirm, Instant, notifyDone, notifyFailed } from "@/components/ui";
import type { Deletion } from "@/lib/merchants";
import { cancelDeletionAction, requestDeletionAction } from "../actions";
import { DELETION_WORDS as WORDS } from "./words";

type DeletionPanelProps = {
  merchant: { slug: string; name: string };
  deletion: Deletion | null;
  mayDelete: boolean;
};

/** Deleting the merchant after a waiting period, and taking that back. */
export function DeletionPanel({ merchant, deletion, mayDelete }: DeletionPanelProps) {
  return (
    <section className="tg-settings-group" aria-labelledby="deletion-title">
      <div className="tg-settings-head">
        <h2 id="deletion-title">{WORDS.title}</h2>
        <p>{WORDS.line}</p>
      </div>
      <p className="tg-settings-line">{WORDS.waiting}</p>
      <p className="tg-settings-line">{WORDS.after}</p>
      {deletion ? (
        <p className="tg-notice" data-tone="refused" role="status">
          {WORDS.scheduled} <Instant at={deletion.deleteAt} />. {WORDS.askedBy} {deletion.requestedBy}.
        </p>
      ) : null}
      {mayDelete ? (
        <div>{deletion ? <KeepButton slug={merchant.slug} /> : <AskButton merchant={merchant} />}</div>
      ) : (
        <p className="tg-quiet">{WORDS.ownersOnly}</p>
      )}
    </section>
  );
}

function AskButton({ merchant }: { merchant: { slug: string; name: string } }) {
  const ask = () =>
    confirm({
      title: WORDS.askTitle(merchant.name),
      children: (
        <>
          <p>{WORDS.line}</p>
          <p>{WORDS.after}</p>
          <p>{WORDS.exportFirst}</p>
        </>
      ),
      confirmLabel: WORDS.ask,
      destructive: true,
      typed: merchant.slug,
      async onConfirm() {
        const asked = await requestDeletionAction(merchant.slug, { slug: merchant.slug });
        if (asked.ok) notifyDone(WORDS.asked);
        else notifyFailed(WORDS.notAsked, asked.error.message);
      },
    });
  return (
    <Button className="tg-destructive" onClick={ask}>
      {WORDS.ask}
    </Button>
  );
}

function KeepButton({ slug }: { slug: string }) {
  const [busy, startTransition] = useTransition();
  const keep = () =>
    startTransition(async () => {
      const kept = await cancelDeletionAction(slug, null);
      if (kept.ok) notifyDone(WORDS.kept);
      else notifyFailed(WORDS.notKept, kept.error.message);
    });
  return (
    <Button onClick={keep} loading={busy}>
      {WORDS.keep}
    </Button>
  );
}
