"use client";

import "./commerce.css";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { route } from "@/components/ui";
import { NAV } from "./words";

const PLACES = [
  { path: "packages", label: NAV.packages },
  { path: "connections", label: NAV.connections },
  { path: "purchases", label: NAV.purchases },
  { path: "deliveries", label: NAV.deliveries },
  { path: "doctor", label: NAV.doctor },
  { path: "customer-page", label: NAV.page },
];

/** The screens of shops, beside each other. */
export function CommerceNav({ merchant }: { merchant: string }) {
  const pathname = usePathname();
  const base = `/m/${merchant}/usage/billing/commerce`;
  return (
    <nav className="tg-commerce-nav" aria-label={NAV.label}>
      {PLACES.map(({ path, label }) => {
        const here = pathname === `${base}/${path}` || pathname.startsWith(`${base}/${path}/`);
        return (
          <Link key={path} href={route(`${base}/${path}`)} aria-current={here ? "page" : undefined}>
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
