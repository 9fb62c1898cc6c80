import "./_components/settings.css";
import type { ReactNode } from "react";
import { SubNav } from "@/components/shell";
import { NAV } from "./_components/words";

type SettingsLayoutProps = { params: Promise<{ merchant: string }>; children: ReactNode };

/** The places of the settings side by side; each page asks for itself who is there. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { merchant } = await params;
  return (
    <>
      <SubNav {...NAV} base={`/m/${merchant}/settings`} />
      {children}
    </>
  );
}
