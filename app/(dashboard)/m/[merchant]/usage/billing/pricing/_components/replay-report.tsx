"use client";

import { Count, Credits } from "@/components/ui";
import { formatCredits } from "@/lib/kernel/format";
import { parseCredits, ZERO_MICROS } from "@/lib/kernel/micros";
import type { ReplayReport } from "@/lib/pricing";
import { REPLAY } from "./form-words";
import { operationWords, WORDS } from "./words";

/** What a replay came to: all requests, each kind of them, and the customers with the largest changes. */
export function ReplayReportView({ report }: { report: ReplayReport }) {
  if (report.requests === 0) return <p role="status">{REPLAY.none}</p>;
  const { unpriced, customers, guests } = report;
  return (
    <div className="tg-replay" role="status">
      <Lines
        caption={REPLAY.models}
        head={REPLAY.kind}
        lines={[
          { name: REPLAY.total, strong: true, ...report },
          ...report.models.map((each) => ({ name: kindWords(each), ...each })),
        ]}
      />
      {report.modelsLeftOut > 0 ? (
        <p className="tg-quiet">{REPLAY.moreModels(report.modelsLeftOut)}</p>
      ) : null}
      <p>
        {REPLAY.fare(customers)}{" "}
        <span className="tg-quiet">{REPLAY.charged(formatCredits(parseCredits(report.charged) ?? 0n))}</span>
        {unpriced.now + unpriced.draft > 0 ? (
          <span className="tg-quiet"> {REPLAY.unpriced(unpriced.now, unpriced.draft)}</span>
        ) : null}
      </p>
      <Customers caption={REPLAY.payMore} lines={report.payMore} />
      <Customers caption={REPLAY.payLess} lines={report.payLess} />
      {guests.requests > 0 ? (
        <Lines caption={REPLAY.guests} head={REPLAY.customer} lines={[{ name: REPLAY.guests, ...guests }]} />
      ) : null}
    </div>
  );
}

function kindWords({ module, operation, provider, model }: ReplayReport["models"][number]): string {
  return `${model ?? WORDS.anyModel} ${provider ?? ""} · ${module ?? WORDS.anyModule} · ${operationWords(operation)}`;
}

function Customers({ caption, lines }: { caption: string; lines: ReplayReport["payMore"] }) {
  if (lines.length === 0) return null;
  const named = lines.map(({ customer, name, ...rest }) => ({ name: name ?? customer, ...rest }));
  return <Lines caption={caption} head={REPLAY.customer} lines={named} />;
}

type Line = { name: string; requests: number; now: string; draft: string; change: string; strong?: boolean };

function Lines({ caption, head, lines }: { caption: string; head: string; lines: readonly Line[] }) {
  return (
    <div className="tg-replay-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="tg-formula tg-replay-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{REPLAY.requests}</th>
            <th scope="col">{REPLAY.now}</th>
            <th scope="col">{REPLAY.draft}</th>
            <th scope="col">{REPLAY.change}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${index} ${line.name}`} data-total={line.strong}>
              <td>{line.name}</td>
              <td>
                <Count value={line.requests} />
              </td>
              <td>
                <Amount text={line.now} />
              </td>
              <td>
                <Amount text={line.draft} />
              </td>
              <td>{formatCredits(parseCredits(line.change) ?? 0n, { sign: true, places: 2 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Amount({ text }: { text: string }) {
  return <Credits micros={parseCredits(text) ?? ZERO_MICROS} />;
}
