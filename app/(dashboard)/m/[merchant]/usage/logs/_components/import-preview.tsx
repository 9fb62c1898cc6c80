"use client";

import { useDisplay } from "@/components/ui/display";
import { Credits, Instant } from "@/components/ui";
import { type Mapping, readRow } from "@/lib/imports/schemas";
import type { ImportSample } from "./import-file";
import { COLUMNS, IMPORT } from "./words";

type ImportPreviewProps = { sample: ImportSample; mapping: Mapping };

/** The first rows as an import would read them, or what is wrong with them. */
export function ImportPreview({ sample, mapping }: ImportPreviewProps) {
  const { timeZone, renderedAt } = useDisplay();
  const now = new Date(renderedAt ?? 0);
  return (
    <div className="tg-mapping-preview" tabIndex={0} role="group" aria-label={IMPORT.firstRows}>
      <table>
        <thead>
          <tr>
            <th scope="col">{COLUMNS.at}</th>
            <th scope="col">{COLUMNS.who}</th>
            <th scope="col">{IMPORT.said}</th>
            <th scope="col">{COLUMNS.model}</th>
            <th scope="col">{COLUMNS.tokens}</th>
            <th scope="col">{COLUMNS.cost}</th>
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((cells, index) => (
            <Row key={index} read={readRow(cells, { mapping, timeZone, now })} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ read }: { read: ReturnType<typeof readRow> }) {
  if ("wrong" in read) {
    return (
      <tr data-tone="refused">
        <td colSpan={6}>{read.wrong}</td>
      </tr>
    );
  }
  const { at, customer, guest, prompt, model, inputTokens, outputTokens, cost } = read.row;
  return (
    <tr>
      <td>
        <Instant at={at} />
      </td>
      <td>{customer?.name ?? customer?.id ?? IMPORT.guest(guest)}</td>
      <td className="tg-mapping-text">{prompt}</td>
      <td>{model}</td>
      <td>{inputTokens + outputTokens}</td>
      <td>
        <Credits micros={cost} />
      </td>
    </tr>
  );
}
