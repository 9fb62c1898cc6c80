import { PageHeader, TableSkeleton } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function ExplainLoading() {
  return (
    <>
      <PageHeader title={WORDS.title} description={WORDS.about} />
      <TableSkeleton rows={8} columns={7} />
    </>
  );
}
