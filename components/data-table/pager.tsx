"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useUrlState } from "@/components/ui/navigation";
import { StateLink } from "@/components/ui/state-link";
import { CURSOR_PARAM, TRAIL_PARAM } from "@/components/ui/url-params";
import { backward, forward, pageNumber, type PagePlace } from "./cursor-trail";

type PagerProps = { nextCursor: string | null; count?: ReactNode };

/** Previous and next page of a keyset list, and its count; nothing where all is on one page that nobody counted. The address holds the way back, so both survive a reload. */
export function Pager({ nextCursor, count }: PagerProps) {
  const { params, hrefWith } = useUrlState();
  const place = { cursor: params.get(CURSOR_PARAM), trail: params.get(TRAIL_PARAM) };
  const before = backward(place);
  const after = nextCursor === null ? null : forward(place, nextCursor);
  const hrefOf = (to: PagePlace | null) =>
    to && hrefWith({ [CURSOR_PARAM]: to.cursor, [TRAIL_PARAM]: to.trail });

  const onePage = before === null && after === null;
  if (onePage && (count === undefined || count === null)) return null;

  return (
    <nav className="tg-pager" aria-label="Pages">
      <span className="tg-pager-count tg-num">{count}</span>
      {onePage ? null : (
        <>
          <span className="tg-pager-count tg-num">Page {pageNumber(place)}</span>
          <PagerLink href={hrefOf(before)} label="Previous page">
            <ChevronLeft size={14} aria-hidden /> Previous
          </PagerLink>
          <PagerLink href={hrefOf(after)} label="Next page">
            Next <ChevronRight size={14} aria-hidden />
          </PagerLink>
        </>
      )}
    </nav>
  );
}

type PagerLinkProps = { href: string | null; label: string; children: ReactNode };

function PagerLink({ href, label, children }: PagerLinkProps) {
  if (href === null) {
    return (
      <span className="tg-pager-link" aria-disabled="true">
        {children}
      </span>
    );
  }
  return (
    <StateLink className="tg-pager-link" href={href} aria-label={label}>
      {children}
    </StateLink>
  );
}
