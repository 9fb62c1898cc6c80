import { type Filter, FilterBar } from "@/components/data-table";
import { AUDIENCES as AUDIENCE_KINDS } from "@/lib/quotas/schemas";
import type { Names } from "./read-names";
import { AUDIENCES, FORM, COLUMNS } from "./words";

/** Whom and which module the list is about, kept in the address. */
export function LimitFilters({ names }: { names: Names }) {
  const filters: Filter[] = [
    {
      param: "audience",
      label: COLUMNS.who,
      options: AUDIENCE_KINDS.map((value) => ({ value, label: AUDIENCES[value] })),
    },
    {
      param: "module",
      label: FORM.module,
      options: names.modules.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return <FilterBar filters={filters} />;
}
