/** @jsxImportSource hono/jsx */
import type { PageUse } from "@/lib/portal";
import { amountText, Section } from "./parts";
import type { SectionProps } from "./section-props";
import type { Visitor } from "./visitor";

/** What was used on each of the last thirty days, and in which feature. */
export function UseSection({ visitor, data: { use } }: SectionProps) {
  const { words } = visitor;
  const requests = use.days.reduce((sum, day) => sum + day.requests, 0);
  return (
    <Section
      id="use"
      title={words.use}
      asked={false}
      side={
        requests === 0 ? null : (
          <span class="number soft" data-figure="used">
            {words.useTotal(amountText(visitor, use.total), requestText(visitor, requests))}
          </span>
        )
      }
    >
      {requests === 0 ? <p class="soft">{words.useNone}</p> : <Chart visitor={visitor} use={use} />}
      {use.complete ? null : <p class="soft">{words.usePart}</p>}
      {use.modules.length === 0 ? null : <Modules visitor={visitor} modules={use.modules} />}
    </Section>
  );
}

function requestText({ words, format }: Visitor, count: number): string {
  return words.requestCount(format.count(count), count === 1);
}

const [HEIGHT, WIDTH, GAP] = [96, 20, 4];

function Chart({ visitor, use }: { visitor: Visitor; use: PageUse }) {
  const { words, format } = visitor;
  const most = use.days.reduce((top, { cost }) => (cost > top ? cost : top), 0n);
  const label = words.chart(format.day(use.from), format.day(use.to), amountText(visitor, most));
  return (
    <>
      <svg
        class="chart"
        role="img"
        aria-label={label}
        viewBox={`0 0 ${use.days.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {use.days.map(({ day, cost }, place) => {
          const height = heightOf(cost, most);
          return (
            <rect x={place * WIDTH + GAP / 2} y={HEIGHT - height} width={WIDTH - GAP} height={height}>
              <title>{`${format.day(day)}: ${amountText(visitor, cost)}`}</title>
            </rect>
          );
        })}
      </svg>
      <div class="axis" aria-hidden="true">
        <span>{format.day(use.from)}</span>
        <span>{format.day(use.to)}</span>
      </div>
      <Table visitor={visitor} use={use} />
    </>
  );
}

/** At least a hair for a day with any use: something is not nothing. */
function heightOf(cost: bigint, most: bigint): number {
  if (cost === 0n || most === 0n) return 1;
  return Math.max(2, Number((cost * BigInt(HEIGHT)) / most));
}

function Table({ visitor, use }: { visitor: Visitor; use: PageUse }) {
  const { words, format } = visitor;
  return (
    <details>
      <summary>{words.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" class="number">
              {words.requests}
            </th>
            <th scope="col" class="number">
              {words.creditsColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {use.days.toReversed().map(({ day, requests, cost }) => (
            <tr>
              <td>{format.day(day)}</td>
              <td class="number">{format.count(requests)}</td>
              <td class="number">{format.credits(cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Modules({ visitor, modules }: { visitor: Visitor; modules: PageUse["modules"] }) {
  const { words } = visitor;
  return (
    <>
      <h3 class="sub">{words.byModule}</h3>
      <ul class="rows">
        {modules.map(({ name, cost, requests }) => (
          <li>
            <span>{name ?? words.noModule}</span>
            <span class="soft">{requestText(visitor, requests)}</span>
            <span class="number">{amountText(visitor, cost)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
