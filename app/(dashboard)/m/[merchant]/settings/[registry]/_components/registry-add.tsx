"use client";

import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { addEntryAction } from "./registry-actions";
import { KIND_WORDS, REGISTRY_WORDS, type RegistryKind } from "./registry-words";

type AddProps = {
  merchant: string;
  kind: RegistryKind;
  /** The modules that a bot or form can belong to. */
  modules: readonly { value: string; label: string }[];
};

/** Adds a store, module, bot or form before the first request names it. */
export function RegistryAdd(props: AddProps) {
  const [open, setOpen] = useState(false);
  const { create } = KIND_WORDS[props.kind];
  return (
    <>
      <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {create}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={create} size={440}>
        <AddForm {...props} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function AddForm({ merchant, kind, modules, onClose }: AddProps & { onClose: () => void }) {
  const { busy, submit, fieldOf, module, setModule, wrong } = useAdding({ merchant, kind, modules }, onClose);
  const words = KIND_WORDS[kind];
  return (
    <form action={submit}>
      <Stack gap="md">
        <TextInput
          label={REGISTRY_WORDS.id}
          description={words.idHelp}
          required
          withAsterisk={false}
          data-autofocus
          {...fieldOf("id")}
        />
        <TextInput label={REGISTRY_WORDS.name} description={REGISTRY_WORDS.nameHelp} {...fieldOf("name")} />
        {kind === "stores" ? (
          <TextInput
            label={REGISTRY_WORDS.url}
            description={REGISTRY_WORDS.urlHelp}
            type="url"
            placeholder="https://shop.example.com"
            {...fieldOf("url")}
          />
        ) : null}
        {kind === "bots" || kind === "forms" ? (
          <Select
            label={REGISTRY_WORDS.module}
            data={[...modules]}
            value={module}
            onChange={setModule}
            allowDeselect={false}
            searchable
            error={wrong["module"]}
          />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {words.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const NOTHING = { id: "", name: "", url: "" };

function useAdding({ merchant, kind, modules }: AddProps, onDone: () => void) {
  const [values, setValues] = useState(NOTHING);
  const [module, setModule] = useState<string | null>(modules[0]?.value ?? null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, startTransition] = useTransition();

  const submit = () =>
    startTransition(async () => {
      const added = await addEntryAction(merchant, { kind, ...values, module });
      if (added.ok) {
        notifyDone(KIND_WORDS[kind].created);
        onDone();
        return;
      }
      setWrong(added.error.fields ?? {});
      notifyFailed(REGISTRY_WORDS.notSaved, added.error.message);
    });
  const fieldOf = (name: keyof typeof NOTHING) => ({
    value: values[name],
    error: wrong[name],
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  });
  return { busy, submit, fieldOf, module, setModule, wrong };
}
