import { type Filter, FilterBar, SearchField } from "@/components/data-table";
import { LISTED_PROVIDERS, type ListedRule } from "@/lib/pricing";
import type { Names } from "./names";
import { operationWords, WORDS } from "./words";

type PricingFiltersProps = { names: Names; rules: readonly ListedRule[] };

const USUAL_OPERATIONS = ["chat", "form_submit", "generate", "edit", "video"];

/** Search and filters of the list, kept in the address. */
export function PricingFilters({ names, rules }: PricingFiltersProps) {
  const filters: Filter[] = [
    {
      param: "module",
      label: WORDS.filters.module,
      options: names.modules.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      param: "operation",
      label: WORDS.filters.operation,
      options: distinct([...USUAL_OPERATIONS, ...rules.map((rule) => rule.operation)]).map((operation) => ({
        value: operation,
        label: operationWords(operation),
      })),
    },
    {
      param: "provider",
      label: WORDS.filters.provider,
      options: distinct([...rules.flatMap(({ provider }) => provider ?? []), ...LISTED_PROVIDERS]).map(
        (provider) => ({ value: provider, label: provider }),
      ),
    },
    {
      param: "enabled",
      label: WORDS.filters.on,
      options: [
        { value: "true", label: WORDS.filters.yes },
        { value: "false", label: WORDS.filters.no },
      ],
    },
  ];
  return (
    <FilterBar filters={filters}>
      <SearchField label={WORDS.table.search} />
    </FilterBar>
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
