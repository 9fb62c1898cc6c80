import { redirect } from "next/navigation";

/** Billing is its activity first. */
export default async function BillingPage({ params }: PageProps<"/m/[merchant]/usage/billing">) {
  const { merchant } = await params;
  return redirect(`/m/${merchant}/usage/billing/activity`);
}
