import { PageHeader, PageSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function CustomerPageLoading() {
  return (
    <>
      <PageHeader title={PAGE.title} />
      <PageSkeleton />
    </>
  );
}
