"use client";

import { Autocomplete, SegmentedControl, TextInput } from "@mantine/core";
import { FORM } from "./form-words";
import { ModelSearch } from "./model-search";
import type { FieldsProps } from "./rule-form";
import { useCatalogue } from "./use-catalogue";

const KINDS = ["exact", "pattern", "any"] as const;
const EVERYTHING = { search: "", provider: "" };

/** Which models: one from the catalogue, a family by the beginning of its name, or any. */
export function ModelFields({ merchant, state, change, problems }: FieldsProps & { merchant: string }) {
  const providers = [...new Set(useCatalogue(merchant, EVERYTHING).map((each) => each.provider))];
  return (
    <section className="tg-rule-step">
      <h3>{FORM.model}</h3>
      <SegmentedControl
        aria-label={FORM.model}
        value={state.modelKind}
        onChange={(value) => change({ modelKind: KINDS.find((kind) => kind === value) ?? "any" })}
        data={KINDS.map((kind) => ({ value: kind, label: FORM.modelKinds[kind] }))}
      />
      <div className="tg-rule-pair">
        <Autocomplete
          label={FORM.provider}
          placeholder={FORM.anyProvider}
          data={providers}
          value={state.provider}
          onChange={(provider) => change({ provider })}
          error={problems["provider"]}
        />
        {state.modelKind === "exact" ? (
          <ModelSearch
            merchant={merchant}
            provider={state.provider}
            value={state.model}
            error={problems["model"]}
            onType={(model) => change({ model })}
            onChoose={({ provider, model }) => change({ provider, model })}
          />
        ) : null}
        {state.modelKind === "pattern" ? (
          <TextInput
            label={FORM.patternField}
            description={FORM.patternTip(state.model)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            placeholder="gpt-4o"
            rightSection="*"
            value={state.model}
            onChange={(event) => change({ model: event.currentTarget.value.replaceAll("*", "") })}
            error={problems["model"]}
          />
        ) : null}
      </div>
    </section>
  );
}
