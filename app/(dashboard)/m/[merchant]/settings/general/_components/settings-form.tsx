"use client";

import { Button } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";
import { route } from "@/components/ui/route";
import { formatPlural } from "@/lib/kernel/format";
import { saveSettingsAction } from "../actions";
import { SettingField } from "./setting-field";
import { useSettingsDraft, type Values } from "./use-settings-draft";
import { GROUPS, WORDS } from "./words";

type SettingsFormProps = {
  merchant: string;
  settings: Values;
  zones: readonly string[];
  currencies: readonly string[];
  mayChange: boolean;
};

/** All general settings. Sends what was changed and nothing else; what changed elsewhere is shown, not overwritten. */
export function SettingsForm({ merchant, settings, zones, currencies, mayChange }: SettingsFormProps) {
  const draft = useSettingsDraft(settings);
  const { busy, wrong, save } = useSaving(merchant, draft);
  const router = useRouter();
  useWindowEvent("focus", () => router.refresh());

  return (
    <form
      className="tg-settings"
      action={() => {
        if (draft.count > 0) save();
      }}
    >
      {GROUPS.map(({ title, line, fields }) => (
        <fieldset key={title} className="tg-settings-group" disabled={!mayChange}>
          <legend className="tg-sr">{title}</legend>
          <div className="tg-settings-head">
            <h2>{title}</h2>
            <p>{line}</p>
          </div>
          {fields
            .filter(({ name }) => name in settings)
            .map((field) => (
              <SettingField
                key={field.name}
                field={field}
                draft={draft}
                lists={{ zone: zones, currency: currencies }}
                wrong={wrong[field.name]}
              />
            ))}
        </fieldset>
      ))}
      {draft.count > 0 ? (
        <div className="tg-save-bar">
          <span role="status">{formatPlural(draft.count, "change")}</span>
          <Button variant="default" onClick={draft.discard}>
            {WORDS.discard}
          </Button>
          <Button type="submit" loading={busy}>
            {WORDS.save}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function useSaving(merchant: string, draft: ReturnType<typeof useSettingsDraft>) {
  const [busy, startTransition] = useTransition();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const router = useRouter();

  const save = () =>
    startTransition(async () => {
      const saved = await saveSettingsAction(merchant, { changes: draft.changes(), seen: draft.seen() });
      if (!saved.ok) {
        setWrong(saved.error.fields ?? {});
        notifyFailed(WORDS.notSaved, saved.error.message);
        router.refresh();
        return;
      }
      setWrong({});
      draft.discard();
      notifyDone(WORDS.saved);
      if (saved.data.slug === merchant) router.refresh();
      else router.replace(route(`/m/${saved.data.slug}/settings/general`));
    });
  return { busy, wrong, save };
}
