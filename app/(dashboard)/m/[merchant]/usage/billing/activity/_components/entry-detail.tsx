import Link from "next/link";
import {
  Badge,
  CopyId,
  Count,
  Credits,
  EmptyState,
  Instant,
  JsonTree,
  type KeyValue,
  KeyValues,
  route,
} from "@/components/ui";
import { type MemberCtx, requireMember } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { listModules } from "@/lib/merchants";
import { type ExplainedUsage, explainUsage } from "@/lib/metering";
import { getEntry } from "@/lib/wallets";
import { ChargeFormula } from "../../../_components/charge-formula";
import { type EntryRow, toEntryRow } from "./entry-row";
import { actorKind, ENTRY, WORDS, wordsOf } from "./words";

/** One entry explained: what it means, what it changed and why, who caused it, and what it points at. */
export async function EntryDetail({ merchant, id }: { merchant: string; id: string }) {
  const ctx = await requireMember(merchant);
  const found = await read(ctx, id);
  if (found === null) return <EmptyState title={WORDS.missingTitle}>{WORDS.missingLine}</EmptyState>;
  const { entry, usage } = found;
  return (
    <div className="tg-activity-entry">
      <p>{inPlainWords(entry)}</p>
      {usage ? <ChargeFormula charge={usage.event} why={usage.why} /> : null}
      <KeyValues items={factsOf(merchant, entry)} />
      <p className="tg-activity-links">
        {usage ? (
          <Link href={route(`/m/${merchant}/usage/logs?range=90d&log=${usage.event.logId}`)}>
            {ENTRY.openLog}
          </Link>
        ) : null}
        {entry.customerId ? (
          <Link
            href={route(
              `/m/${merchant}/usage/billing/balances?customer=${encodeURIComponent(entry.customerId)}`,
            )}
          >
            {ENTRY.openCustomer}
          </Link>
        ) : null}
      </p>
      <JsonTree value={entry.references} title={ENTRY.references} />
    </div>
  );
}

async function read(ctx: MemberCtx, id: string) {
  const stored = await getEntry(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  if (stored === null) return null;
  const modules = await listModules(ctx, { limit: 200 });
  const entry = toEntryRow(stored, modules.data);
  const eventId = stored.references["usage"];
  const usage: ExplainedUsage | null =
    typeof eventId === "string" ? await explainUsage(ctx, eventId, entry.rule) : null;
  return { entry, usage };
}

/** What it is, in a sentence; of usage, what it cost and who paid. */
function inPlainWords({ type, cost, delta, fromQuota, overdraft }: EntryRow): string {
  const { means } = wordsOf(type);
  if (cost === null) return means;
  const payers = [
    ...(delta < 0n ? [ENTRY.payers.balance] : []),
    ...(fromQuota ? [ENTRY.payers.quota] : []),
    ...(overdraft > 0n ? [ENTRY.payers.nobody] : []),
  ];
  return `${means} ${ENTRY.costIt(cost, payers)}`;
}

function factsOf(merchant: string, entry: EntryRow): KeyValue[] {
  const { label, tone } = wordsOf(entry.type);
  return [
    { label: ENTRY.type, value: <Badge tone={tone}>{label}</Badge> },
    { label: ENTRY.change, value: <Credits micros={entry.delta} sign places={6} /> },
    ...amount(ENTRY.after, entry.balanceAfter),
    ...amount(ENTRY.cost, entry.cost),
    ...amount(ENTRY.fromQuota, entry.fromQuota),
    ...amount(ENTRY.overdraft, entry.overdraft > 0n ? entry.overdraft : null),
    ...(entry.units === 0n ? [] : [{ label: ENTRY.units, value: <Count value={entry.units} /> }]),
    { label: ENTRY.actor, value: `${entry.actor} (${actorKind(entry.actorKind).toLowerCase()})` },
    ...text(ENTRY.customer, customerOf(entry)),
    ...text(ENTRY.module, entry.module),
    ...text(ENTRY.operation, entry.operation),
    ...text(ENTRY.model, entry.model && `${entry.provider ?? ""} ${entry.model}`),
    ...(entry.rule
      ? [{ label: ENTRY.rule, value: <RuleVersion merchant={merchant} {...entry.rule} /> }]
      : []),
    ...text(ENTRY.note, entry.note),
    { label: ENTRY.occurred, value: <Instant at={entry.occurredAt} /> },
    { label: ENTRY.recorded, value: <Instant at={entry.recordedAt} /> },
    { label: ENTRY.id, value: <CopyId id={entry.id} label="Copy entry id" /> },
  ];
}

function customerOf({ customer, customerId }: EntryRow): string | null {
  return customer === customerId ? customer : `${customer ?? ""} (${customerId ?? ""})`;
}

function amount(label: string, micros: bigint | null): KeyValue[] {
  return micros === null ? [] : [{ label, value: <Credits micros={micros} places={6} /> }];
}

function text(label: string, value: string | null): KeyValue[] {
  return value ? [{ label, value }] : [];
}

/** Leads to the rule as it is now, with its history: where the version that priced this stands. */
function RuleVersion({ merchant, id, version }: { merchant: string; id: string; version: number }) {
  return (
    <>
      <Link href={route(`/m/${merchant}/usage/billing/pricing?rule=${id}`)}>{ENTRY.version(version)}</Link>{" "}
      <CopyId id={id} label="Copy rule id" />
    </>
  );
}
