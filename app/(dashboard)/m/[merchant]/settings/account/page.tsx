import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { currentPerson, requireMember } from "@/lib/auth";
import { NameForm } from "./_components/name-form";
import { PasswordForm } from "./_components/password-form";
import { SignOutEverywhere } from "./_components/sign-out-everywhere";
import { TITLE, WORDS } from "./_components/words";

export const metadata: Metadata = { title: TITLE };

/** The person's own name, password and sessions. */
export default async function AccountPage({ params }: PageProps<"/m/[merchant]/settings/account">) {
  const { merchant } = await params;
  const { person } = await requireMember(merchant);
  const hasPassword = (await currentPerson())?.passwordHash !== null;
  return (
    <>
      <PageHeader title={TITLE} description={WORDS.description} />
      <div className="tg-settings">
        <NameForm merchant={merchant} name={person.name ?? ""} email={person.email} />
        {hasPassword ? (
          <PasswordForm merchant={merchant} email={person.email} />
        ) : (
          <section className="tg-settings-group" aria-labelledby="password-title">
            <h2 id="password-title">{WORDS.password}</h2>
            <p className="tg-settings-line">{WORDS.without}</p>
          </section>
        )}
        <SignOutEverywhere />
      </div>
    </>
  );
}
