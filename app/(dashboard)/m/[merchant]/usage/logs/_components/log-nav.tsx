"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { StateLink, useDrawerKey, useUrlState } from "@/components/ui";
import { DETAIL } from "./words";

type LogNavProps = {
  /** The logs of this page of the list, in its order. */
  ids: readonly string[];
  openId: string;
};

/** The next and the previous log of the list, without leaving the drawer: `j` and `k`, or the buttons. */
export function LogNav({ ids, openId }: LogNavProps) {
  const { hrefBeside, navigate } = useUrlState();
  const at = ids.indexOf(openId);
  const hrefAt = (place: number) => {
    const id = at === -1 ? undefined : ids[place];
    return id === undefined ? null : hrefBeside({ log: id });
  };
  const [before, after] = [hrefAt(at - 1), hrefAt(at + 1)];
  const go = (href: string | null) => {
    if (href !== null) navigate(href, { replace: true });
  };
  useDrawerKey("j", () => go(after));
  useDrawerKey("k", () => go(before));
  if (at === -1) return null;
  return (
    <nav className="tg-log-nav" aria-label={DETAIL.nav}>
      <span className="tg-num tg-quiet">{DETAIL.place(at + 1, ids.length)}</span>
      <NavLink href={before} label="Previous log" />
      <NavLink href={after} label="Next log" />
    </nav>
  );
}

function NavLink({ href, label }: { href: string | null; label: "Previous log" | "Next log" }) {
  const [Icon, key] = label === "Next log" ? ([ChevronDown, "j"] as const) : ([ChevronUp, "k"] as const);
  const icon = <Icon size={16} aria-hidden />;
  if (href === null) {
    return (
      <span className="tg-icon-link" aria-disabled="true">
        {icon}
      </span>
    );
  }
  return (
    <StateLink href={href} replace className="tg-icon-link" aria-label={label} data-tip={`${label} (${key})`}>
      {icon}
    </StateLink>
  );
}
