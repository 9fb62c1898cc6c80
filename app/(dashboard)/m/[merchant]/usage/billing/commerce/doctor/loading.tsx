import { PageHeader, TableSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function DoctorLoading() {
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      <TableSkeleton rows={11} columns={3} />
    </>
  );
}
