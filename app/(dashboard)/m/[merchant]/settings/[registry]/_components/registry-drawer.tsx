"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState, useTransition } from "react";
import {
  confirm,
  Count,
  Drawer,
  EmptyState,
  Instant,
  KeyValues,
  LinkButton,
  notifyDone,
  notifyFailed,
  useUrlState,
} from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import { changeEntryAction, deleteEntryAction } from "./registry-actions";
import type { RegistryRow } from "./registry-row";
import { KIND_WORDS, REGISTRY_WORDS, type RegistryKind } from "./registry-words";

type DrawerProps = { merchant: string; kind: RegistryKind; entry: RegistryRow | null; mayChange: boolean };

/** One store, module, bot or form: its name, its use, and the way out of the registry. */
export function RegistryDrawer({ merchant, kind, entry, mayChange }: DrawerProps) {
  return (
    <Drawer param="entry" title={entry?.name ?? REGISTRY_WORDS.missing} width={480}>
      {entry ? (
        <div className="tg-stack" key={`${kind} ${entry.id}`}>
          <Facts entry={entry} />
          <Places merchant={merchant} kind={kind} entry={entry} />
          {mayChange ? (
            <>
              <ChangeForm merchant={merchant} kind={kind} entry={entry} />
              <DeleteButton merchant={merchant} kind={kind} entry={entry} />
            </>
          ) : null}
        </div>
      ) : (
        <EmptyState title={REGISTRY_WORDS.missing} />
      )}
    </Drawer>
  );
}

/** Where else it matters: what ran in it, what a request costs there, how much of it is free. */
function Places({ merchant, kind, entry: { id, module } }: PartProps) {
  const usage = `/m/${merchant}/usage`;
  const of = kind === "modules" ? id : module;
  const param = { stores: "store", modules: "module", bots: "bot", forms: null }[kind];
  const filter = of === null ? null : new URLSearchParams({ module: of });
  return (
    <Group gap="xs">
      {param ? (
        <LinkButton
          variant="default"
          href={`${usage}/logs?${new URLSearchParams({ [param]: id, range: "30d" })}`}
        >
          {REGISTRY_WORDS.logs}
        </LinkButton>
      ) : null}
      {filter ? (
        <>
          <LinkButton variant="default" href={`/m/${merchant}/limits?${filter}`}>
            {REGISTRY_WORDS.limits(kind === "modules")}
          </LinkButton>
          <LinkButton variant="default" href={`${usage}/billing/pricing?${filter}`}>
            {REGISTRY_WORDS.prices(kind === "modules")}
          </LinkButton>
        </>
      ) : null}
    </Group>
  );
}

function Facts({ entry }: { entry: RegistryRow }) {
  return (
    <KeyValues
      items={[
        { label: REGISTRY_WORDS.id, value: <span className="tg-mono">{entry.id}</span> },
        ...(entry.module ? [{ label: REGISTRY_WORDS.module, value: entry.module }] : []),
        ...(entry.url ? [{ label: REGISTRY_WORDS.url, value: entry.url }] : []),
        ...(entry.requests === null
          ? []
          : [{ label: REGISTRY_WORDS.requests, value: <Count value={entry.requests} /> }]),
        { label: REGISTRY_WORDS.added, value: <Instant at={entry.createdAt} /> },
      ]}
    />
  );
}

type PartProps = { merchant: string; kind: RegistryKind; entry: RegistryRow };

function ChangeForm({ merchant, kind, entry }: PartProps) {
  const [name, setName] = useState(entry.name);
  const [url, setUrl] = useState(entry.url ?? "");
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();
  const same = name.trim() === entry.name && url.trim() === (entry.url ?? "");
  const submit = () =>
    startTransition(async () => {
      const saved = await changeEntryAction(merchant, { kind, id: entry.id, name, url });
      setWrong(saved.ok ? {} : (saved.error.fields ?? {}));
      if (saved.ok) notifyDone(REGISTRY_WORDS.saved);
      else notifyFailed(REGISTRY_WORDS.notSaved, saved.error.message);
    });
  return (
    <form action={submit}>
      <Stack gap="sm" align="stretch">
        <TextInput
          label={REGISTRY_WORDS.name}
          required
          withAsterisk={false}
          autoComplete="off"
          value={name}
          error={wrong["name"]}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {kind === "stores" ? (
          <TextInput
            label={REGISTRY_WORDS.url}
            type="url"
            autoComplete="off"
            value={url}
            error={wrong["url"]}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        ) : null}
        <div>
          <Button type="submit" variant="default" loading={busy} disabled={same}>
            {REGISTRY_WORDS.rename}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function DeleteButton({ merchant, kind, entry }: PartProps) {
  const { hrefBeside, navigate } = useUrlState();
  const { one, title, deleteLine } = KIND_WORDS[kind];
  const ask = () =>
    confirm({
      title: REGISTRY_WORDS.removeTitle(entry.name),
      children: (
        <>
          {entry.requests ? <p>{REGISTRY_WORDS.inUse(formatPlural(entry.requests, "request"))}</p> : null}
          <p>{deleteLine}</p>
        </>
      ),
      confirmLabel: REGISTRY_WORDS.remove(one),
      destructive: true,
      async onConfirm() {
        const gone = await deleteEntryAction(merchant, { kind, id: entry.id });
        if (!gone.ok) return notifyFailed(REGISTRY_WORDS.notRemoved, gone.error.message);
        notifyDone(REGISTRY_WORDS.removed(title));
        navigate(hrefBeside({ entry: null }));
      },
    });
  return (
    <Group>
      <Button variant="subtle" color="red" onClick={ask}>
        {REGISTRY_WORDS.remove(one)}
      </Button>
    </Group>
  );
}
