import { redirect } from "next/navigation";

/** Usage is its logs first. */
export default async function UsagePage({ params }: PageProps<"/m/[merchant]/usage">) {
  const { merchant } = await params;
  return redirect(`/m/${merchant}/usage/logs`);
}
