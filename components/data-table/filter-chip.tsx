"use client";

import { Combobox, useCombobox } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useUrlState } from "@/components/ui/navigation";
import type { Filter } from "./filter-bar";

type ChipTextProps = { filter: Filter; value: string | null };
type FilterChipProps = ChipTextProps & { opened: boolean; onClose: () => void };

/** One filter: unset a quiet "+ Model", set a chip that says what it does and can be changed or taken away. */
export function FilterChip({ filter, value, opened, onClose }: FilterChipProps) {
  const { set } = useUrlState();
  const [text, setText] = useState("");
  const combobox = useCombobox({
    defaultOpened: opened,
    onDropdownClose: () => {
      onClose();
      combobox.resetSelectedOption();
      setText("");
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const choose = (chosen: string | null) => {
    combobox.closeDropdown();
    set({ [filter.param]: chosen });
  };

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      width={240}
      position="bottom-start"
      radius="md"
      shadow="md"
      onOptionSubmit={choose}
    >
      <span className="tg-chip" data-set={value === null ? undefined : true}>
        <Combobox.Target targetType="button">
          <button
            type="button"
            className="tg-chip-main"
            data-filter
            onClick={() => combobox.toggleDropdown()}
          >
            <ChipText filter={filter} value={value} />
          </button>
        </Combobox.Target>
        {value === null ? null : <RemoveButton label={filter.label} onClick={() => choose(null)} />}
      </span>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={`${filter.label} is`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={`${filter.label} is …`}
        />
        <FilterOptions filter={filter} text={text} value={value} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function ChipText({ filter, value }: ChipTextProps) {
  if (value === null) {
    return (
      <>
        <Plus size={12} aria-hidden />
        {filter.label}
      </>
    );
  }
  return (
    <>
      {filter.label}
      <span className="tg-chip-value">
        <span className="tg-quiet">is</span> {labelOf(filter, value)}
      </span>
    </>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="tg-chip-remove" aria-label={`Remove filter ${label}`} onClick={onClick}>
      <X size={12} aria-hidden />
    </button>
  );
}

type FilterOptionsProps = { filter: Filter; text: string; value: string | null };

function FilterOptions({ filter, text, value }: FilterOptionsProps) {
  const wanted = text.trim().toLowerCase();
  const options = filter.options ?? (wanted ? [{ value: text.trim(), label: text.trim() }] : []);
  const shown = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <Combobox.Options mah={280} className="tg-chip-options" aria-label={filter.label}>
      {shown.length === 0 ? (
        <Combobox.Empty>{filter.options ? "Nothing with this name" : "Type a value"}</Combobox.Empty>
      ) : null}
      {shown.map((option) => (
        <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
          {option.label}
        </Combobox.Option>
      ))}
    </Combobox.Options>
  );
}

/** The chosen option's name; a value that is offered no more shows as it stands in the address. */
function labelOf(filter: Filter, value: string): string {
  return filter.options?.find((option) => option.value === value)?.label ?? value;
}
