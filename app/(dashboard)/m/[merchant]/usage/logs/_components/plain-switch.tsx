"use client";

import { StateLink, useUrlState } from "@/components/ui";
import { DETAIL } from "./words";

/** Shows texts formatted, or as they were written. */
export function PlainSwitch({ plain }: { plain: boolean }) {
  const { hrefBeside } = useUrlState();
  return (
    <nav className="tg-switch tg-log-plain" aria-label={DETAIL.texts}>
      <StateLink href={hrefBeside({ text: null })} replace aria-current={plain ? undefined : "true"}>
        {DETAIL.formatted}
      </StateLink>
      <StateLink href={hrefBeside({ text: "plain" })} replace aria-current={plain ? "true" : undefined}>
        {DETAIL.asWritten}
      </StateLink>
    </nav>
  );
}
