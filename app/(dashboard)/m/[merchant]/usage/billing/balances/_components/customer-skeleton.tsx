import { LineSkeleton, TableSkeleton } from "@/components/ui";

/** Stands where a customer's details come. */
export function CustomerSkeleton() {
  return (
    <div className="tg-customer">
      <LineSkeleton />
      <TableSkeleton rows={3} columns={3} />
      <TableSkeleton rows={5} columns={4} />
    </div>
  );
}
