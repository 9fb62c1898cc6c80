import { PageHeader, TableSkeleton } from "@/components/ui";

export default function LogsLoading() {
  return (
    <>
      <PageHeader title="Logs" />
      <TableSkeleton rows={12} columns={7} />
    </>
  );
}
