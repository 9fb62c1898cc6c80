import type { ReactNode } from "react";
import type { Tone } from "./tokens";

type BadgeProps = { tone?: Tone; tip?: string; icon?: ReactNode; children: ReactNode };

/** A word with a meaning. The word says it, the hue repeats it; what is held is hatched besides. */
export function Badge({ tone = "neutral", tip, icon, children }: BadgeProps) {
  return (
    <span className="tg-badge" data-tone={tone} data-tip={tip}>
      {tone === "held" ? <span className="tg-badge-hatch tg-hatch" aria-hidden="true" /> : icon}
      {children}
    </span>
  );
}
