import { DayRange, type Filter, FilterBar, SearchField, SwitchLinks } from "@/components/data-table";
import type { UsedModel } from "@/lib/logs";
import { EVIDENCE, type ListLogsInput, NO_BOT, RANGES } from "@/lib/logs/schemas";
import type { Names } from "./log-row";
import { USUAL_RANGE } from "./logs-query";
import { EVIDENCE_WORDS, FILTERS } from "./words";

type LogFiltersProps = {
  query: ListLogsInput;
  names: Names;
  models: readonly UsedModel[];
  /** Today in the merchant's zone. */
  today: string;
};

const ALSO_CLEARS = ["search", "from", "to"];

/** Search, range and filters. Days that were asked for by name take the place of the range. */
export function LogFilters({ query, names, models, today }: LogFiltersProps) {
  return (
    <FilterBar filters={filtersOf(names, models)} alsoClears={ALSO_CLEARS}>
      <SearchField label={FILTERS.searchLogs} />
      {query.range === undefined ? null : (
        <SwitchLinks
          label={FILTERS.range}
          param="range"
          fallback={USUAL_RANGE}
          options={RANGES.map((range) => ({ value: range, label: FILTERS.days(parseInt(range, 10)) }))}
        />
      )}
      <DayRange today={today} />
    </FilterBar>
  );
}

function filtersOf(names: Names, models: readonly UsedModel[]): Filter[] {
  const distinct = (values: readonly string[]) => [...new Set(values)].map(plain);
  return [
    {
      param: "bot",
      label: FILTERS.bot,
      options: [{ value: NO_BOT, label: FILTERS.noBot }, ...names.bots.map(toOption)],
    },
    { param: "module", label: FILTERS.module, options: names.modules.map(toOption) },
    { param: "model", label: FILTERS.model, options: distinct(models.map((each) => each.model)) },
    { param: "customer", label: FILTERS.customer },
    { param: "failed", label: FILTERS.failed, flag: true },
    { param: "unpriced", label: FILTERS.unpriced, flag: true, seldom: true },
    { param: "refused", label: FILTERS.refused, flag: true, seldom: true },
    { param: "guests", label: FILTERS.guests, flag: true, seldom: true },
    { param: "store", label: FILTERS.store, options: names.stores.map(toOption), seldom: true },
    {
      param: "provider",
      label: FILTERS.provider,
      options: distinct(models.map((each) => each.provider)),
      seldom: true,
    },
    {
      param: "evidence",
      label: FILTERS.evidence,
      options: EVIDENCE.map((value) => ({ value, label: EVIDENCE_WORDS[value] ?? value })),
      seldom: true,
    },
  ];
}

function toOption({ id, name }: { id: string; name: string }) {
  return { value: id, label: name };
}

function plain(value: string) {
  return { value, label: value };
}
