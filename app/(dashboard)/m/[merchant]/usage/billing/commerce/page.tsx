import { redirect } from "next/navigation";

/** Shops are first what they sell. */
export default async function CommercePage({ params }: PageProps<"/m/[merchant]/usage/billing/commerce">) {
  const { merchant } = await params;
  return redirect(`/m/${merchant}/usage/billing/commerce/packages`);
}
