import { redirect } from "next/navigation";

/** A merchant's dashboard begins with what ran last. */
export default async function MerchantPage({ params }: PageProps<"/m/[merchant]">) {
  const { merchant } = await params;
  return redirect(`/m/${merchant}/usage/logs`);
}
