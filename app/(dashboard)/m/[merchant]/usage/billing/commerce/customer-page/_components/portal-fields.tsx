"use client";

import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import { contrastsOf } from "./portal-draft";
import type { PortalForm } from "./use-portal-draft";
import { FORM } from "./words";

type FieldsProps = { form: PortalForm };
type ModuleChoice = { readonly id: string; readonly name: string };

const SWITCHES = ["chatbot", "aiforms", "imagegenerator", "purchasehistory", "buycredits"] as const;
const TEXTS = [
  { name: "title", label: FORM.title, usual: FORM.titleUsual },
  { name: "intro", label: FORM.intro, usual: FORM.introUsual },
  { name: "buycreditslabel", label: FORM.buycreditslabel, usual: FORM.buycreditslabelUsual },
] as const;

/** The nine options, and the merchant's further modules. */
export function ShowsFields({ form, modules }: FieldsProps & { modules: readonly ModuleChoice[] }) {
  const { draft, change, errors } = form;
  return (
    <fieldset>
      <legend>{FORM.shows}</legend>
      <p>{FORM.showsHelp}</p>
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          label={FORM[name]}
          checked={draft[name]}
          onChange={(event) => change({ [name]: event.currentTarget.checked })}
        />
      ))}
      {TEXTS.map(({ name, label, usual }) => (
        <TextInput
          key={name}
          label={label}
          placeholder={usual}
          value={draft[name]}
          error={errors[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={FORM.buycreditsurl}
        description={FORM.buycreditsurlHelp}
        type="url"
        value={draft.buycreditsurl}
        error={errors["buycreditsurl"]}
        onChange={(event) => change({ buycreditsurl: event.currentTarget.value })}
      />
      {modules.length === 0 ? null : <ModuleFields form={form} modules={modules} />}
    </fieldset>
  );
}

function ModuleFields({
  form: { draft, change },
  modules,
}: FieldsProps & { modules: readonly ModuleChoice[] }) {
  const hide = (id: string, shown: boolean) =>
    change({
      hiddenModules: shown ? draft.hiddenModules.filter((each) => each !== id) : [...draft.hiddenModules, id],
    });
  return (
    <div className="tg-portal-modules" role="group" aria-label={FORM.modules}>
      <h2>{FORM.modules}</h2>
      {modules.map(({ id, name }) => (
        <Switch
          key={id}
          label={name}
          checked={!draft.hiddenModules.includes(id)}
          onChange={(event) => hide(id, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}

/** Logo, colour and language. */
export function LookFields({ form: { draft, change, errors } }: FieldsProps) {
  const contrast = contrastsOf(draft.accent);
  const noColour = draft.accent.trim() !== "" && contrast === null ? FORM.accentBad : undefined;
  return (
    <fieldset>
      <legend>{FORM.look}</legend>
      <TextInput
        label={FORM.logo}
        type="url"
        value={draft.logoUrl}
        error={errors["logoUrl"]}
        onChange={(event) => change({ logoUrl: event.currentTarget.value })}
      />
      <TextInput
        label={FORM.accent}
        description={FORM.accentHelp}
        placeholder="#1a5fcc"
        value={draft.accent}
        error={errors["accent"] ?? noColour}
        leftSection={<Swatch colour={contrast === null ? "#1a5fcc" : draft.accent.trim()} />}
        onChange={(event) => change({ accent: event.currentTarget.value })}
      />
      {contrast === null ? null : (
        <p className="tg-portal-note" role="status">
          {FORM.contrast(contrast.button, contrast.text)}
        </p>
      )}
      <Select
        label={FORM.language}
        allowDeselect={false}
        data={[
          { value: "", label: FORM.languageBrowser },
          { value: "en", label: FORM.languages.en },
          { value: "de", label: FORM.languages.de },
        ]}
        value={draft.language ?? ""}
        onChange={(value) => change({ language: value === "en" || value === "de" ? value : null })}
      />
    </fieldset>
  );
}

function Swatch({ colour }: { colour: string }) {
  return <span className="tg-portal-swatch" style={{ background: colour }} aria-hidden />;
}

/** Which sites may show the page, and whether a link by mail signs in. */
export function PlaceFields({ form: { draft, change, errors } }: FieldsProps) {
  const wrong = Object.entries(errors).find(([path]) => path.startsWith("origins"))?.[1];
  return (
    <fieldset>
      <legend>{FORM.places}</legend>
      <Textarea
        label={FORM.origins}
        description={FORM.originsHelp}
        autosize
        minRows={2}
        value={draft.origins}
        error={wrong}
        onChange={(event) => change({ origins: event.currentTarget.value })}
      />
      <Switch
        label={FORM.email}
        description={FORM.emailHelp}
        checked={draft.emailSignIn}
        onChange={(event) => change({ emailSignIn: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
