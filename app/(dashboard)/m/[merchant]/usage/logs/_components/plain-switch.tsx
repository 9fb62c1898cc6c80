"use client";

import { StateLink, useUrlState } from "@/components/ui";

/** Shows texts formatted, or as they were written. */
export function PlainSwitch({ plain }: { plain: boolean }) {
  const { hrefBeside } = useUrlState();
  return (
    <nav className="tg-switch tg-log-plain" aria-label="Texts">
      <StateLink href={hrefBeside({ text: null })} replace aria-current={plain ? undefined : "true"}>
        Formatted
      </StateLink>
      <StateLink href={hrefBeside({ text: "plain" })} replace aria-current={plain ? "true" : undefined}>
        As written
      </StateLink>
    </nav>
  );
}
