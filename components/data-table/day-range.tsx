"use client";

import { Button, Popover } from "@mantine/core";
import { CalendarRange, X } from "lucide-react";
import { useState } from "react";
import { useUrlState } from "@/components/ui/navigation";
import { StateLink } from "@/components/ui/state-link";
import { formatDay } from "@/lib/kernel/format-time";

type DayRangeProps = {
  /** The last day that can be chosen, today in the merchant's zone. */
  today: string;
};

/** Days from and to, both included, kept in the address as `from` and `to`; they take the place of a named range. */
export function DayRange({ today }: DayRangeProps) {
  const { params, hrefWith, set } = useUrlState();
  const [open, setOpen] = useState(false);
  const [from, to] = [params.get("from"), params.get("to")];
  const isSet = from !== null || to !== null;
  const apply = (form: FormData) => {
    setOpen(false);
    set({ range: null, from: textOf(form, "from"), to: textOf(form, "to") });
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      radius="md"
      shadow="md"
      trapFocus
      returnFocus
    >
      <span className="tg-chip" data-set={isSet || undefined}>
        <Popover.Target>
          <button type="button" className="tg-chip-main" data-filter onClick={() => setOpen(!open)}>
            <CalendarRange size={13} aria-hidden />
            {isSet ? wordsOf(from, to) : "Days"}
          </button>
        </Popover.Target>
        {isSet ? (
          <StateLink
            href={hrefWith({ from: null, to: null })}
            className="tg-chip-remove"
            aria-label="Remove the days"
          >
            <X size={12} aria-hidden />
          </StateLink>
        ) : null}
      </span>
      <Popover.Dropdown aria-label="Days">
        <form action={apply} className="tg-days">
          <label>
            From
            <input type="date" name="from" defaultValue={dayOnly(from)} max={today} />
          </label>
          <label>
            To, included
            <input type="date" name="to" defaultValue={dayOnly(to)} max={today} />
          </label>
          <Button type="submit">Show these days</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** "1 Nov to 7 Nov", "Since 1 Nov", "Until 7 Nov", "7 Nov"; an instant is written as it stands. */
function wordsOf(from: string | null, to: string | null): string {
  if (from === to && from !== null) return wordOf(from);
  if (from === null) return `Until ${wordOf(to ?? "")}`;
  return to === null ? `Since ${wordOf(from)}` : `${wordOf(from)} to ${wordOf(to)}`;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function wordOf(moment: string): string {
  return DAY.test(moment) && !Number.isNaN(Date.parse(moment)) ? formatDay(moment) : moment;
}

function dayOnly(moment: string | null): string {
  return moment !== null && DAY.test(moment) ? moment : "";
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
