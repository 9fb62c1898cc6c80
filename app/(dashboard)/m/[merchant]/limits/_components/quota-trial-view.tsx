import "@/components/charts/charts.css";
import { Count, Credits, Instant, Section } from "@/components/ui";
import type { QuotaTrial, TrialPeriod } from "@/lib/checks";
import { formatCredits } from "@/lib/kernel/format";
import { EnforceButton } from "./enforce-button";
import { TopUsers } from "./quota-figures";
import { TRIAL } from "./words";

type QuotaTrialProps = { merchant: string; trial: QuotaTrial; mayEdit: boolean };

/** Who a limit on trial would have refused, for how much, and the way to enforce it. */
export function QuotaTrialView({ merchant, trial, mayEdit }: QuotaTrialProps) {
  const { quota, periods, over, suggestions } = trial;
  const drawn = periods.filter(({ subjects }) => subjects > 0n);
  return (
    <Section
      title={TRIAL.title}
      description={drawn.length === 0 ? TRIAL.nothing : drawn.some(wouldRefuse) ? TRIAL.about : TRIAL.nobody}
      actions={
        mayEdit ? (
          <EnforceButton merchant={merchant} id={quota.id} limit={null} label={TRIAL.enforce} />
        ) : null
      }
    >
      {drawn.length === 0 ? null : <Periods periods={drawn} />}
      {over.length === 0 ? null : (
        <>
          <h3 className="tg-quota-sub">{TRIAL.over}</h3>
          <TopUsers merchant={merchant} top={over} limit={quota.limit} />
        </>
      )}
      {suggestions.length === 0 ? null : (
        <>
          <h3 className="tg-quota-sub">{TRIAL.suggest}</h3>
          <ul className="tg-quota-suggestions">
            {suggestions.map(({ percent, limit }) => (
              <li key={percent}>
                <Credits micros={limit} />
                <span className="tg-quiet">{TRIAL.refuses(percent)}</span>
                {mayEdit ? (
                  <EnforceButton
                    merchant={merchant}
                    id={quota.id}
                    limit={limit}
                    label={TRIAL.enforceAs(formatCredits(limit))}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function wouldRefuse({ overLimit }: TrialPeriod): boolean {
  return overLimit > 0n;
}

function Periods({ periods }: { periods: readonly TrialPeriod[] }) {
  const { columns } = TRIAL;
  return (
    <div className="tg-quota-scroll" tabIndex={0} role="region" aria-label={TRIAL.title}>
      <table className="tg-figures" aria-label={TRIAL.title}>
        <thead>
          <tr>
            <th scope="col">{columns.period}</th>
            <th scope="col">{columns.people}</th>
            <th scope="col">{columns.refused}</th>
            <th scope="col">{columns.excess}</th>
            <th scope="col" data-tip={TRIAL.requestsTip}>
              {columns.requests}
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map((each, place) => (
            <tr key={each.period.start.toISOString()}>
              <th scope="row">
                <Instant at={each.period.start} />
                {place === 0 && each.period.end !== null ? (
                  <span className="tg-quiet"> {TRIAL.running}</span>
                ) : null}
              </th>
              <td>
                <Count value={each.subjects} />
                {each.capped ? "+" : ""}
              </td>
              <td>
                <Count value={each.overLimit} />
              </td>
              <td>
                <Credits micros={each.excess} />
              </td>
              <td>{each.requests === null ? "" : <Count value={each.requests} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
