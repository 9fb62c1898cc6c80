"use client";

import { Button, Menu } from "@mantine/core";
import { SlidersHorizontal } from "lucide-react";
import { useTableView } from "./table-view-provider";

/** Which columns, and how close the rows: the choice of this person, in this browser. */
export function ViewMenu() {
  const { choices, density, chosen, isHidden, toggle, setDensity, reset } = useTableView();
  return (
    <Menu position="bottom-end" width={300} withinPortal={false} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<SlidersHorizontal size={14} aria-hidden />}>
          View
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Rows</Menu.Label>
        <Menu.RadioGroup
          value={density}
          onChange={(value) => setDensity(value === "compact" ? "compact" : "regular")}
        >
          <Menu.RadioItem value="regular">Regular</Menu.RadioItem>
          <Menu.RadioItem value="compact">Compact</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>Columns</Menu.Label>
        <div className="tg-view-columns" role="group" aria-label="Columns">
          {choices.map(({ id, label }) => (
            <Menu.CheckboxItem key={id} checked={!isHidden(id)} onChange={() => toggle(id)}>
              {label}
            </Menu.CheckboxItem>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item disabled={!chosen && density === "regular"} onClick={reset}>
          As usual
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
