import { PageHeader, TableSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function PackagesLoading() {
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      <TableSkeleton rows={6} columns={6} />
    </>
  );
}
