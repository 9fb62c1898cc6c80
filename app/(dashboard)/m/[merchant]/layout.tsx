import { type ReactNode, Suspense } from "react";
import { ShellSkeleton } from "@/components/shell";
import { DisplayProvider, PageSkeleton } from "@/components/ui";
import { listMyMerchants, requireMember } from "@/lib/auth";
import { DeletionBanner } from "./_components/deletion-banner";
import { DashboardFrame } from "./_components/dashboard-frame";

const CREDIT_PLACES = 2;

export default function MerchantLayout({ children, params }: LayoutProps<"/m/[merchant]">) {
  return (
    <Suspense
      fallback={
        <ShellSkeleton>
          <PageSkeleton />
        </ShellSkeleton>
      }
    >
      <Frame params={params}>{children}</Frame>
    </Suspense>
  );
}

type FrameProps = { params: Promise<{ merchant: string }>; children: ReactNode };

/** Knows the member for the frame's own sake; each page still asks for itself, since a layout is no guard. */
async function Frame({ params, children }: FrameProps) {
  const { merchant: slug } = await params;
  const [{ merchant, person, role, now }, merchants] = await Promise.all([
    requireMember(slug),
    listMyMerchants(),
  ]);
  return (
    <DisplayProvider timeZone={merchant.timeZone} creditPlaces={CREDIT_PLACES} now={now}>
      <DashboardFrame
        merchant={workspace(merchant)}
        merchants={merchants.map(workspace)}
        person={{
          name: person.name ?? person.email,
          email: person.email,
          role: capitalised(role),
          accountHref: `/m/${merchant.slug}/settings/account`,
        }}
      >
        {merchant.deleteAt ? <DeletionBanner slug={merchant.slug} deleteAt={merchant.deleteAt} /> : null}
        {children}
      </DashboardFrame>
    </DisplayProvider>
  );
}

function workspace({ name, slug }: { name: string; slug: string }) {
  return { id: slug, name, href: `/m/${slug}` };
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
