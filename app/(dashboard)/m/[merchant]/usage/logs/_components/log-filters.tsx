import { type Filter, FilterBar, SearchField, SwitchLinks } from "@/components/data-table";
import type { UsedModel } from "@/lib/logs";
import { type ListLogsInput, NO_BOT, RANGES } from "@/lib/logs/schemas";
import type { Names } from "./log-row";
import { USUAL_RANGE } from "./logs-query";

type LogFiltersProps = { query: ListLogsInput; names: Names; models: readonly UsedModel[] };

/** Search, range and filters. Days that were asked for by name stand as chips in the place of the range. */
export function LogFilters({ query, names, models }: LogFiltersProps) {
  const byDays = query.range === undefined;
  const filters: Filter[] = [
    ...(byDays ? DAYS : []),
    { param: "module", label: "Module", options: names.modules.map(toOption) },
    {
      param: "bot",
      label: "Bot",
      options: [{ value: NO_BOT, label: "No bot" }, ...names.bots.map(toOption)],
    },
    { param: "model", label: "Model", options: [...new Set(models.map((each) => each.model))].map(plain) },
    ...(query.provider === undefined ? [] : [{ param: "provider", label: "Provider" }]),
    ...(names.stores.length > 1
      ? [{ param: "store", label: "Store", options: names.stores.map(toOption) }]
      : []),
    { param: "customer", label: "Customer" },
  ];
  return (
    <FilterBar filters={filters}>
      <SearchField label="Search logs" />
      {byDays ? null : (
        <SwitchLinks
          label="Range"
          param="range"
          fallback={USUAL_RANGE}
          options={RANGES.map((range) => ({ value: range, label: `${parseInt(range, 10)} days` }))}
        />
      )}
    </FilterBar>
  );
}

const DAYS: Filter[] = [
  { param: "from", label: "From" },
  { param: "to", label: "To" },
];

function toOption({ id, name }: { id: string; name: string }) {
  return { value: id, label: name };
}

function plain(value: string) {
  return { value, label: value };
}
