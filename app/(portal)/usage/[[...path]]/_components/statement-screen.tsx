/** @jsxImportSource hono/jsx */
import type { StatementLine, Visit } from "@/lib/portal";
import { Frame } from "./frame";
import { Time } from "./parts";
import type { StatementData } from "./read-screens";
import { addressIn, type Visitor } from "./visitor";

type StatementProps = StatementData & { visitor: Visitor; visit: Visit };

/** A month of the customer's ledger, made for paper too. */
export function StatementScreen({ visitor, visit, month, months, from, lines, more }: StatementProps) {
  const { words, format, portal } = visitor;
  const title = words.statementOf(format.instant(from, "month"));
  return (
    <Frame visitor={visitor} visit={visit} title={title}>
      <p class="back">
        <a href={addressIn(visitor, "")}>← {words.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {portal.merchant.name} · {visit.customer.name ?? visit.customer.email ?? visit.customer.externalId}
      </p>
      <div class="actions noprint">
        <MonthForm visitor={visitor} month={month} months={months} />
        <a class="button plain" href={addressIn(visitor, "/statement.csv", { more: { month } })}>
          {words.csv}
        </a>
        <button type="button" class="button plain" data-print hidden>
          {words.print}
        </button>
      </div>
      <section class="card">
        {lines.length === 0 ? (
          <p class="soft">{words.statementNone}</p>
        ) : (
          <Lines visitor={visitor} lines={lines} />
        )}
        {more ? <p class="soft">{words.statementMore}</p> : null}
      </section>
    </Frame>
  );
}

type MonthFormProps = { visitor: Visitor } & Pick<StatementData, "month" | "months">;

/** A form without a script: what the address carries travels in hidden fields. */
function MonthForm({ visitor, month, months }: MonthFormProps) {
  const { words, format } = visitor;
  const [action = "", carried = ""] = addressIn(visitor, "/statement").split("?");
  return (
    <form method="get" action={action} class="months">
      {[...new URLSearchParams(carried)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label for="month">{words.month}</label>
      <select id="month" name="month">
        {months.map((each) => (
          <option value={each.month} selected={each.month === month}>
            {format.instant(each.from, "month")}
          </option>
        ))}
      </select>
      <button type="submit" class="button plain">
        {words.show}
      </button>
    </form>
  );
}

function Lines({ visitor, lines }: { visitor: Visitor; lines: readonly StatementLine[] }) {
  const { words, format } = visitor;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.statement}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.what}</th>
            <th scope="col" class="number">
              {words.creditsColumn}
            </th>
            <th scope="col" class="number">
              {words.change}
            </th>
            <th scope="col" class="number">
              {words.balanceAfter}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <td>
                <Time at={line.at} format={format} />
              </td>
              <td>
                {[words.types[line.type] ?? line.type, line.moduleName, line.note || null]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </td>
              <td class="number">{line.cost === null ? "" : format.credits(line.cost)}</td>
              <td class="number">{line.delta === 0n ? "" : format.change(line.delta)}</td>
              <td class="number">{line.balanceAfter === null ? "" : format.credits(line.balanceAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
