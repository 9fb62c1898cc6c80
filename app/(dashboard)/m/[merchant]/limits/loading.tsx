import { PageHeader, TableSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function LimitsLoading() {
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      <TableSkeleton rows={8} columns={7} />
    </>
  );
}
