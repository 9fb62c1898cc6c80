"use client";

import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import {
  confirm,
  CopyId,
  Drawer,
  EmptyState,
  Instant,
  KeyValues,
  notifyDone,
  notifyFailed,
  useUrlState,
} from "@/components/ui";
import { renameKeyAction, revokeKeyAction, rotateKeyAction } from "../actions";
import type { KeyRow } from "./is-unused";
import { LastUse } from "./keys-table";
import { type MadeKey, ShownKey } from "./shown-key";
import { SCOPE_WORDS, WORDS } from "./words";

type KeyDrawerProps = { merchant: string; apiKey: KeyRow | null; mayChange: boolean; address: string };

/** One key: what it may do, when it was used, and the ways to rename, replace and end it. */
export function KeyDrawer({ merchant, apiKey, mayChange, address }: KeyDrawerProps) {
  const [made, setMade] = useState<MadeKey | null>(null);
  return (
    <>
      <Drawer param="key" title={apiKey?.name ?? WORDS.missing} width={520}>
        {apiKey ? (
          <KeyPane
            key={apiKey.id}
            merchant={merchant}
            apiKey={apiKey}
            mayChange={mayChange}
            onMade={setMade}
          />
        ) : (
          <EmptyState title={WORDS.missing} />
        )}
      </Drawer>
      <Modal
        opened={made !== null}
        onClose={() => setMade(null)}
        title={WORDS.shownTitle}
        size={560}
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        {made ? <ShownKey made={made} address={address} onClose={() => setMade(null)} /> : null}
      </Modal>
    </>
  );
}

type PaneProps = {
  merchant: string;
  apiKey: KeyRow;
  mayChange: boolean;
  onMade: (made: MadeKey) => void;
};

function KeyPane({ merchant, apiKey, mayChange, onMade }: PaneProps) {
  return (
    <div className="tg-stack">
      <KeyValues
        items={[
          { label: "Id", value: <CopyId id={apiKey.id} label="Copy key id" /> },
          { label: WORDS.ends, value: <span className="tg-mono">…{apiKey.hint}</span> },
          { label: WORDS.store, value: apiKey.store ?? WORDS.anyStore },
          { label: WORDS.created, value: <Instant at={apiKey.createdAt} /> },
          { label: WORDS.lastUsed, value: <LastUse apiKey={apiKey} /> },
        ]}
      />
      <section aria-label={WORDS.scopes}>
        <ul className="tg-plain-list">
          {apiKey.scopes.map((scope) => (
            <li key={scope}>
              {SCOPE_WORDS[scope]?.label ?? scope} <span className="tg-mono tg-quiet">{scope}</span>
              <div className="tg-quiet">{SCOPE_WORDS[scope]?.does}</div>
            </li>
          ))}
        </ul>
      </section>
      {mayChange ? (
        <>
          <RenameForm merchant={merchant} apiKey={apiKey} />
          <EndButtons merchant={merchant} apiKey={apiKey} onMade={onMade} />
        </>
      ) : null}
    </div>
  );
}

function RenameForm({ merchant, apiKey }: Pick<PaneProps, "merchant" | "apiKey">) {
  const [name, setName] = useState(apiKey.name);
  const [busy, startTransition] = useTransition();
  const submit = () =>
    startTransition(async () => {
      const renamed = await renameKeyAction(merchant, { id: apiKey.id, name: name.trim() });
      if (renamed.ok) notifyDone(WORDS.renamed);
      else notifyFailed(WORDS.notRenamed, renamed.error.message);
    });
  return (
    <form action={submit}>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={WORDS.name}
          value={name}
          autoComplete="off"
          required
          withAsterisk={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy} disabled={name.trim() === apiKey.name}>
          {WORDS.rename}
        </Button>
      </Group>
    </form>
  );
}

function EndButtons({ merchant, apiKey, onMade }: Omit<PaneProps, "mayChange">) {
  const { hrefBeside, navigate } = useUrlState();
  const leave = () => navigate(hrefBeside({ key: null }));
  const used = apiKey.lastUsedAt ? (
    <p>
      {WORDS.lastUse} <Instant at={apiKey.lastUsedAt} />.
    </p>
  ) : (
    <p>{WORDS.never}.</p>
  );
  const rotate = () =>
    confirm({
      title: WORDS.rotateTitle(apiKey.name),
      children: [<p key="does">{WORDS.rotateLine}</p>, <div key="used">{used}</div>],
      confirmLabel: WORDS.rotate,
      async onConfirm() {
        const made = await rotateKeyAction(merchant, apiKey.id);
        if (!made.ok) return notifyFailed(WORDS.notRotated, made.error.message);
        onMade(made.data);
        leave();
      },
    });
  const revoke = () =>
    confirm({
      title: WORDS.revokeTitle(apiKey.name),
      children: [<p key="does">{WORDS.revokeLine}</p>, <div key="used">{used}</div>],
      confirmLabel: WORDS.revoke,
      destructive: true,
      async onConfirm() {
        const ended = await revokeKeyAction(merchant, apiKey.id);
        if (!ended.ok) return notifyFailed(WORDS.notRevoked, ended.error.message);
        notifyDone(WORDS.revoked);
        leave();
      },
    });
  return (
    <Group gap="sm">
      <Button variant="default" onClick={rotate}>
        {WORDS.rotate}
      </Button>
      <Button variant="subtle" color="red" onClick={revoke}>
        {WORDS.revoke}
      </Button>
    </Group>
  );
}
