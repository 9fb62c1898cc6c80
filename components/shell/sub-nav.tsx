"use client";

import "./sub-nav.css";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { route } from "@/components/ui";

type SubNavProps = {
  /** What the places have in common, for who cannot see them side by side. */
  label: string;
  /** The address that those of the places begin with. */
  base: string;
  places: readonly { readonly path: string; readonly label: string }[];
};

/** From one screen to those beside it. */
export function SubNav({ label, base, places }: SubNavProps) {
  const pathname = usePathname();
  return (
    <nav className="tg-subnav" aria-label={label}>
      {places.map(({ path, label: name }) => {
        const href = `${base}/${path}`;
        const here = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <Link key={path} href={route(href)} aria-current={here ? "page" : undefined}>
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
