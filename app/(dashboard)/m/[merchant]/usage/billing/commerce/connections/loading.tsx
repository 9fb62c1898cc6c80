import { PageHeader, TableSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function ConnectionsLoading() {
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      <TableSkeleton rows={4} columns={6} />
    </>
  );
}
