import type { ReactNode } from "react";

export type NavItem = {
  readonly label: string;
  readonly href: string;
  readonly icon: ReactNode;
  /** The letter after `g` that goes there. */
  readonly key?: string;
  /** A place that does not stand yet is named but is no link. Default true. */
  readonly available?: boolean;
};

export type NavSection = { readonly label?: string; readonly items: readonly NavItem[] };

export type Workspace = { readonly id: string; readonly name: string; readonly href: string };

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly accountHref: string;
};

/** Something the command palette can do or open. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly href?: string;
  readonly run?: () => void;
  readonly description?: string;
  readonly icon?: ReactNode;
  /** Other words people may look for. */
  readonly keywords?: readonly string[];
};

/** Asks the server for what people name by id or words; empty when nothing is found. */
export type Find = (text: string) => Promise<readonly Command[]>;

/** The places that exist, in order, from all sections. */
export function availableItems(sections: readonly NavSection[]): NavItem[] {
  return sections.flatMap(({ items }) => items.filter(({ available = true }) => available));
}

/** The item of the longest address that the path lies under: a page below a place belongs to it. */
export function currentItem(sections: readonly NavSection[], path: string): NavItem | null {
  const under = availableItems(sections).filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return under.toSorted((a, b) => b.href.length - a.href.length)[0] ?? null;
}

/** Up to two letters that stand for a name: "Acme Tools" → "AT". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

export type Crumb = { readonly label: string; readonly href: string | null };

/** Where a page hangs, outermost first: its section, then its place, which is a link on the pages below it. */
export function crumbsOf(sections: readonly NavSection[], path: string): Crumb[] {
  const current = currentItem(sections, path);
  const section = sections.find(({ items }) => current !== null && items.includes(current));
  if (!current || !section) return [];
  const place = { label: current.label, href: current.href === path ? null : current.href };
  return section.label === undefined ? [place] : [{ label: section.label, href: null }, place];
}
