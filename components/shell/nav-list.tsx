"use client";

import Link from "next/link";
import { route } from "@/components/ui/route";
import type { NavItem, NavSection } from "./shell-model";

type NavListProps = { sections: readonly NavSection[]; current: NavItem | null; onNavigate?: () => void };

/** All places in their sections. */
export function NavList({ sections, current, onNavigate }: NavListProps) {
  return (
    <nav className="tg-nav" aria-label="Places">
      {sections.map(({ label, items }, index) => (
        <div key={label ?? index} className="tg-nav-section">
          {label ? <h2 className="tg-nav-heading tg-rail-label">{label}</h2> : null}
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <NavEntry item={item} current={item.href === current?.href} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type NavEntryProps = { item: NavItem; current: boolean; onNavigate: (() => void) | undefined };

function NavEntry({ item, current, onNavigate }: NavEntryProps) {
  const content = (
    <>
      {item.icon}
      <span className="tg-rail-label">{item.label}</span>
    </>
  );
  if (item.available === false) {
    return <span className="tg-nav-entry tg-nav-later">{content}</span>;
  }
  return (
    <Link
      href={route(item.href)}
      className="tg-nav-entry"
      aria-label={item.label}
      aria-current={current ? "page" : undefined}
      data-tip={item.label}
      onClick={() => onNavigate?.()}
    >
      {content}
    </Link>
  );
}
