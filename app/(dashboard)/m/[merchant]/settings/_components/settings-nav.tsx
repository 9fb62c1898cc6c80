"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { route } from "@/components/ui/route";
import { PLACES } from "./words";

/** From one place of the settings to the next. */
export function SettingsNav({ merchant }: { merchant: string }) {
  const path = usePathname();
  return (
    <nav className="tg-subnav" aria-label="Settings">
      {PLACES.map(({ path: place, label }) => {
        const href = `/m/${merchant}/settings/${place}`;
        return (
          <Link
            key={place}
            href={route(href)}
            className="tg-subnav-link"
            aria-current={path.startsWith(href) ? "page" : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
