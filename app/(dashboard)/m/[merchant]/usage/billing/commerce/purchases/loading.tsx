import { FiltersSkeleton, PageHeader, TableSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function PurchasesLoading() {
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      <FiltersSkeleton />
      <TableSkeleton rows={8} columns={7} />
    </>
  );
}
