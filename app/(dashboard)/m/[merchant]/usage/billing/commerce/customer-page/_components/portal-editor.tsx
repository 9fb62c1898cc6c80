"use client";

import { Button } from "@mantine/core";
import type { PortalSettings } from "@/lib/portal/schemas";
import { EmbedSnippets } from "./embed-snippets";
import { PagePreview } from "./page-preview";
import { snippetOptions } from "./portal-draft";
import { LookFields, PlaceFields, ShowsFields } from "./portal-fields";
import { usePortalDraft } from "./use-portal-draft";
import { FORM } from "./words";

type EditorProps = {
  merchant: string;
  /** Where this installation is reached. */
  url: string;
  saved: PortalSettings;
  modules: readonly { readonly id: string; readonly name: string }[];
  mayEdit: boolean;
};

/** The settings beside a preview that follows them; what is not saved yet can still go into a snippet. */
export function PortalEditor({ merchant, url, saved, modules, mayEdit }: EditorProps) {
  const form = usePortalDraft(merchant, saved);
  const options = snippetOptions(saved, form.draft);
  return (
    <>
      <div className="tg-portal-editor">
        <form action={form.save}>
          {mayEdit ? null : <p className="tg-portal-note">{FORM.readOnly}</p>}
          <ShowsFields form={form} modules={modules} />
          <LookFields form={form} />
          <PlaceFields form={form} />
          {mayEdit ? (
            <div className="tg-portal-save">
              <p role="status">{form.changed ? FORM.unsaved : ""}</p>
              <Button type="submit" loading={form.busy} disabled={!form.changed}>
                {FORM.save}
              </Button>
            </div>
          ) : null}
        </form>
        <PagePreview merchant={merchant} options={options} saved={saved} />
      </div>
      <EmbedSnippets place={{ url, slug: merchant }} options={options} />
    </>
  );
}
