import Link from "next/link";
import { route } from "@/components/ui";
import type { Checked } from "@/lib/checks";
import { WORDS } from "./words";

/** Nobody is known by this id; those of similar names are a click away. */
export function Unknown({ merchant, checked }: { merchant: string; checked: Checked }) {
  const { customer, similar } = checked;
  return (
    <div className="tg-surface tg-check-unknown" role="alert">
      <h2>{WORDS.unknown(customer ?? "")}</h2>
      <p>{WORDS.unknownHelp}</p>
      {similar.length === 0 ? null : (
        <ul aria-label={WORDS.similar}>
          {similar.map(({ externalId, name }) => (
            <li key={externalId}>
              <Link
                href={route(`/m/${merchant}/troubleshooting?customer=${encodeURIComponent(externalId)}`)}
                dir="auto"
              >
                {name ?? externalId}
              </Link>{" "}
              <span className="tg-quiet">{externalId}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
