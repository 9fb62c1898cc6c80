import { redirect } from "next/navigation";
import { route } from "@/components/ui";

/** Settings begin with the general ones. */
export default async function SettingsPage({ params }: PageProps<"/m/[merchant]/settings">) {
  const { merchant } = await params;
  return redirect(route(`/m/${merchant}/settings/general`));
}
