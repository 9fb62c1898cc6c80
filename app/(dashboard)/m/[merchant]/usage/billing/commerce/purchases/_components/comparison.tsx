import Link from "next/link";
import { Badge, Instant, route, Section } from "@/components/ui";
import { type MemberCtx, requireMember } from "@/lib/auth";
import { type ConnectionJson, type DifferenceRow, listConnections, listDifferences } from "@/lib/commerce";
import { formatPlural } from "@/lib/kernel/format";
import { listTasks, type Task } from "@/lib/tasks";
import { isOver } from "@/lib/tasks/schemas";
import { placeOf } from "../../_components/address";
import { CompareButton } from "./compare-button";
import { COMPARE } from "./words";

const SHOWN = 20;

/** What comparing with the shops found last, and a comparison now. */
export async function Comparison({ merchant }: { merchant: string }) {
  const ctx = await requireMember(merchant);
  const [connections, tasks] = await Promise.all([
    listConnections(ctx, { limit: 200 }),
    listTasks(ctx, { kind: "reconciliation", limit: 1 }),
  ]);
  const able = connections.data.filter(({ hasKeys, enabled }) => hasKeys && enabled);
  const last = tasks.data[0] ?? null;
  return (
    <Section title={COMPARE.title} description={COMPARE.help}>
      <div className="tg-shop-detail">
        {able.length === 0 ? <p className="tg-quiet">{COMPARE.nothing}</p> : null}
        {able.length === 0 ? null : (
          <ul className="tg-shop-list" aria-label={COMPARE.title}>
            {able.map((each) => (
              <Comparable
                key={each.id}
                merchant={merchant}
                connection={each}
                mayCompare={ctx.permissions.has("connections:write")}
              />
            ))}
          </ul>
        )}
        {last ? <LastTime ctx={ctx} merchant={merchant} task={last} /> : null}
      </div>
    </Section>
  );
}

type ComparableProps = { merchant: string; connection: ConnectionJson; mayCompare: boolean };

function Comparable({ merchant, connection: { id, name, health }, mayCompare }: ComparableProps) {
  return (
    <li>
      <span className="tg-shop-line">
        {name}
        <span className="tg-quiet">
          {health.reconciledUntil === null ? (
            COMPARE.notYet
          ) : (
            <>
              {COMPARE.until} <Instant at={new Date(health.reconciledUntil)} />
            </>
          )}
        </span>
      </span>
      {mayCompare ? <CompareButton merchant={merchant} connection={id} /> : null}
    </li>
  );
}

async function LastTime({ ctx, merchant, task }: { ctx: MemberCtx; merchant: string; task: Task }) {
  const { data } = await listDifferences(ctx, { task: task.id, limit: SHOWN });
  return (
    <section className="tg-shop-part">
      <h3>
        {COMPARE.last} · <Instant at={task.createdAt} />
      </h3>
      <p className="tg-quiet">{lineOf(task, data.length)}</p>
      {data.length === 0 ? null : (
        <ul className="tg-shop-list" aria-label={COMPARE.last}>
          {data.map((each) => (
            <Difference key={each.id} merchant={merchant} difference={each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function lineOf({ state, error, done }: Task, differences: number): string {
  if (!isOver(state)) return COMPARE.running;
  const compared = formatPlural(Number(done), ...COMPARE.compared);
  return [...(error === null ? [] : [error]), compared, ...(differences === 0 ? [COMPARE.same] : [])].join(
    " · ",
  );
}

function Difference({ merchant, difference }: { merchant: string; difference: DifferenceRow }) {
  const { purchase, number, kind, detail, repaired } = difference;
  return (
    <li>
      <span className="tg-shop-line">
        {purchase === null ? (
          <span>{number}</span>
        ) : (
          <Link href={route(placeOf(merchant, "purchases", { purchase }))}>{number}</Link>
        )}
        <span className="tg-quiet">
          {COMPARE.kinds[kind]} · {detail}
        </span>
      </span>
      <Badge tone={repaired ? "credit" : "held"}>{repaired ? COMPARE.repaired : COMPARE.open}</Badge>
    </li>
  );
}
