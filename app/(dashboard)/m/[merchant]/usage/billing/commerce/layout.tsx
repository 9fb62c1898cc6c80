import "./_components/shop-parts.css";
import { SubNav } from "@/components/shell";
import { NAV } from "./_components/words";

/** What all screens of shops have on top: the way from one to the other. */
export default async function CommerceLayout({
  params,
  children,
}: LayoutProps<"/m/[merchant]/usage/billing/commerce">) {
  const { merchant } = await params;
  return (
    <>
      <SubNav {...NAV} base={`/m/${merchant}/usage/billing/commerce`} />
      {children}
    </>
  );
}
