"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import type { CatalogueModel } from "@/lib/pricing";
import { perThousand } from "@/lib/pricing/core";
import { FORM } from "./form-words";
import { useCatalogue } from "./use-catalogue";

type ModelSearchProps = {
  merchant: string;
  /** Narrows the search. */
  provider: string;
  value: string;
  error: string | undefined;
  onType: (model: string) => void;
  onChoose: (chosen: CatalogueModel) => void;
};

const keyOf = ({ provider, model }: CatalogueModel) => `${provider} ${model}`;

/** A model by name: the merchant's own first, then the providers' lists with their prices. Any other may be typed. */
export function ModelSearch({ merchant, provider, value, error, onType, onChoose }: ModelSearchProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const models = useCatalogue(merchant, { search: value, provider });
  const choose = (key: string) => {
    const chosen = models.find((each) => keyOf(each) === key);
    if (chosen) onChoose(chosen);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label={FORM.modelField}
          placeholder={FORM.modelSearch}
          value={value}
          error={error}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            onType(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className="tg-model-options" aria-label={FORM.modelField}>
          {models.length === 0 ? <Combobox.Empty>{FORM.noModels}</Combobox.Empty> : null}
          {models.map((each) => (
            <Combobox.Option key={keyOf(each)} value={keyOf(each)}>
              <Option model={each} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Option({ model: { model, provider, requests, price } }: { model: CatalogueModel }) {
  return (
    <span className="tg-model-option">
      <span>{model}</span>
      <span className="tg-quiet">{provider}</span>
      <span className="tg-quiet tg-num">
        {requests > 0n ? FORM.requests(requests) : null}
        {requests === 0n && price
          ? `$${perThousand(price.input ?? 0n)} · $${perThousand(price.output ?? 0n)}`
          : null}
      </span>
    </span>
  );
}
