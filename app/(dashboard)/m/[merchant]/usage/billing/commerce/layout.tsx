import "./_components/shop-parts.css";
import { CommerceNav } from "./_components/commerce-nav";

/** What all screens of shops have on top: the way from one to the other. */
export default async function CommerceLayout({
  params,
  children,
}: LayoutProps<"/m/[merchant]/usage/billing/commerce">) {
  const { merchant } = await params;
  return (
    <>
      <CommerceNav merchant={merchant} />
      {children}
    </>
  );
}
