import { Button } from "@mantine/core";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { route } from "@/components/ui";
import { listMyMerchants } from "@/lib/auth";

export const metadata: Metadata = { title: "Merchants" };

/** Where signing in leads: to one's merchant, or to the choice between several. */
export default async function MerchantsPage() {
  const merchants = await listMyMerchants();
  const [only, another] = merchants;
  if (only && !another) redirect(`/m/${only.slug}`);
  if (!only) {
    return (
      <>
        <div className="auth-head">
          <h1>No merchant yet</h1>
          <p className="auth-line">
            Your account is good, but you are no member of a merchant. Ask an owner to add your e-mail
            address.
          </p>
        </div>
        <Button component="a" href="/sign-out" variant="default" fullWidth>
          Sign out
        </Button>
      </>
    );
  }

  return (
    <>
      <h1>Choose a merchant</h1>
      <ul className="auth-places">
        {merchants.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link href={route(`/m/${slug}`)} className="auth-place">
              <span className="tg-cut">{name}</span>
              <span className="tg-quiet">{role}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
