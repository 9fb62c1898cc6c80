import { TableSkeleton } from "@/components/ui";

export function LogDetailSkeleton() {
  return <TableSkeleton rows={6} columns={2} />;
}
