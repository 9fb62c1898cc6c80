"use client";

import { Select, Textarea, TextInput } from "@mantine/core";
import { NoticeCard } from "@/components/ui";
import { noticeOf, type NoticeSettings } from "@/lib/quotas/core";
import { actionsOf, type ButtonType, type QuotaDraft } from "./quota-draft";
import type { QuotaForm } from "./use-quota-draft";
import { BUTTON_LABELS, BUTTONS, FORM } from "./words";

const TYPES = ["none", "usage", "credits", "purchases", "buy_credits", "custom_url"] as const;

/** What a visitor reads when it is used up, and where up to two buttons lead, with the card itself below. */
export function NoticeFields({ form, settings }: { form: QuotaForm; settings: NoticeSettings }) {
  const { draft, change, wrong } = form;
  const notice = noticeOf({ message: draft.message.trim() || null, actions: actionsOf(draft) }, settings);
  return (
    <>
      <Textarea
        label={FORM.message}
        description={FORM.messageHelp}
        placeholder={noticeOf(null, settings).message}
        value={draft.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
        error={wrong["message"]}
        autosize
        minRows={2}
        maxLength={1_000}
      />
      <ButtonFields form={form} slot="primary" />
      <ButtonFields form={form} slot="secondary" />
      {notice.actions.some(({ url }) => url === null || url === "") ? (
        <p className="tg-quota-help">{FORM.noAddress}</p>
      ) : null}
      <figure className="tg-quota-preview">
        <figcaption>{FORM.preview}</figcaption>
        <NoticeCard {...notice} />
      </figure>
    </>
  );
}

type Slot = "primary" | "secondary";

function ButtonFields({ form, slot }: { form: QuotaForm; slot: Slot }) {
  const { draft, change, wrong } = form;
  const button = draft[slot];
  const set = (fields: Partial<QuotaDraft[Slot]>) => change({ [slot]: { ...button, ...fields } });
  const place = actionsOf(draft).findIndex((each) => each.slot === slot);
  return (
    <div className="tg-quota-row">
      <Select
        label={FORM[slot]}
        data={TYPES.map((value) => ({ value, label: BUTTONS[value] }))}
        value={button.type}
        allowDeselect={false}
        onChange={(value) => {
          const type = TYPES.find((each) => each === value);
          if (type) set({ type, label: labelFor(type, button) });
        }}
      />
      {button.type === "none" ? null : (
        <TextInput
          label={FORM.label}
          value={button.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
          error={wrong[`actions.${place}.label`]}
          maxLength={80}
          required
          withAsterisk={false}
        />
      )}
      {button.type === "custom_url" ? (
        <TextInput
          label={FORM.url}
          type="url"
          placeholder="https://"
          value={button.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
          error={wrong[`actions.${place}.url`]}
          required
          withAsterisk={false}
        />
      ) : null}
    </div>
  );
}

/** A label that nobody typed follows the type. */
function labelFor(type: ButtonType, { label }: QuotaDraft[Slot]): string {
  const usual: readonly string[] = Object.values(BUTTON_LABELS);
  if (type === "none" || (label !== "" && !usual.includes(label))) return label;
  return BUTTON_LABELS[type];
}
