import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { route, Section } from "@/components/ui";
import type { Need } from "@/lib/checks";
import { formatCount } from "@/lib/kernel/format";
import { NEEDS, WORDS } from "./words";

const LEVELS = {
  critical: { Icon: CircleAlert, tone: "refused" },
  warning: { Icon: TriangleAlert, tone: "held" },
  note: { Icon: Info, tone: "neutral" },
} as const;

type NeedsListProps = { merchant: string; needs: readonly Need[] };

/** What needs somebody, the most urgent first, each with the place that fixes it; or that nothing does. */
export function NeedsList({ merchant, needs }: NeedsListProps) {
  if (needs.length === 0) {
    return (
      <div className="tg-surface tg-overview-calm" role="status" data-tone="credit">
        <CircleCheck size={18} aria-hidden />
        <div>
          <h2>{WORDS.nothingTitle}</h2>
          <p>{WORDS.nothing}</p>
        </div>
      </div>
    );
  }
  return (
    <Section title={WORDS.needs}>
      <ul className="tg-surface tg-overview-needs">
        {needs.map((need) => (
          <NeedLine key={need.code} merchant={merchant} need={need} />
        ))}
      </ul>
    </Section>
  );
}

function NeedLine({ merchant, need }: { merchant: string; need: Need }) {
  const { Icon, tone } = LEVELS[need.level];
  const count = `${formatCount(need.count)}${need.more ? "+" : ""}`;
  const { title, help } = NEEDS[need.code](count, namesOf(need));
  return (
    <li>
      <span className="tg-overview-level" data-tone={tone} data-tip={WORDS.levels[need.level]}>
        <Icon size={16} role="img" aria-label={WORDS.levels[need.level]} />
      </span>
      <div>
        <Link href={route(`/m/${merchant}${need.path}`)} className="tg-overview-need">
          {title}
        </Link>
        <p>{help}</p>
      </div>
    </li>
  );
}

/** "Ada, Bo and 3 more". */
function namesOf({ names, count, more }: Need): string {
  const rest = count - names.length;
  if (rest <= 0 && !more) return names.join(", ");
  return names.length === 0 ? "" : `${names.join(", ")} and ${formatCount(rest)}${more ? "+" : ""} more`;
}
