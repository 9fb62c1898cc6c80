"use client";

import { Menu } from "@mantine/core";
import { Plus } from "lucide-react";
import { useUrlState } from "@/components/ui/navigation";
import type { Filter } from "./filter-bar";

type MoreFiltersProps = { filters: readonly Filter[]; onOpen: (param: string) => void };

/** Filters that are seldom needed, in a menu: yes-or-no ones are set at once, others open for a choice. */
export function MoreFilters({ filters, onOpen }: MoreFiltersProps) {
  const { set } = useUrlState();
  if (filters.length === 0) return null;
  const choose = ({ param, flag = false }: Filter) => {
    if (flag) set({ [param]: "true" });
    else onOpen(param);
  };
  return (
    <Menu position="bottom-start" width={200} withinPortal={false} returnFocus>
      <Menu.Target>
        <button type="button" className="tg-chip tg-chip-more" data-filter>
          <Plus size={12} aria-hidden />
          More
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {filters.map((filter) => (
          <Menu.Item key={filter.param} onClick={() => choose(filter)}>
            {filter.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
