import Link from "next/link";
import {
  Badge,
  CopyId,
  Credits,
  EmptyState,
  Instant,
  type KeyValue,
  KeyValues,
  route,
} from "@/components/ui";
import { type MemberCtx, requireMember } from "@/lib/auth";
import { getCustomer } from "@/lib/customers";
import { AppError } from "@/lib/kernel/errors";
import { localDay } from "@/lib/kernel/time";
import { listModules } from "@/lib/merchants";
import { listUsageOfCustomer } from "@/lib/metering";
import { getBalance, getLatestVerification, listOpenHolds, type Verification } from "@/lib/wallets";
import { toScopeView } from "./balance-row";
import { type Params, textOf } from "./balances-query";
import { CustomerActions } from "./customer-actions";
import { CustomerLedger } from "./customer-ledger";
import { HoldList } from "./hold-list";
import { LotList } from "./lot-list";
import { ScopeList } from "./scope-list";
import { DETAIL, MARKS, PROOF, WORDS } from "./words";

type Customer = Awaited<ReturnType<typeof getCustomer>>;
type CustomerDetailProps = { merchant: string; id: string; address: Params };

/** One customer in full: what they hold and why, what is set aside, what they used, and every entry. */
export async function CustomerDetail({ merchant, id, address }: CustomerDetailProps) {
  const ctx = await requireMember(merchant);
  const found = await read(ctx, id);
  if (found === null) return <EmptyState title={WORDS.missingTitle}>{WORDS.missingLine}</EmptyState>;
  const { customer, wallet, holds, scopes, proof } = found;
  const name = customer.name ?? customer.email ?? customer.externalId;
  const who = { id: customer.externalId, name };
  const may = {
    credits: ctx.permissions.has("credits:write"),
    reset: ctx.permissions.has("resets:write"),
  };
  return (
    <div className="tg-customer">
      <CustomerHead customer={customer} merchant={merchant} frozen={wallet.frozen} owes={wallet.total < 0n} />
      <KeyValues items={factsOf(wallet, proof)} />
      <CustomerActions
        merchant={merchant}
        customer={who}
        frozen={wallet.frozen}
        mayChange={may.credits}
        today={localDay(ctx.merchant.timeZone, ctx.now)}
      />
      <LotList lots={wallet.lots} />
      <HoldList
        merchant={merchant}
        customer={who.id}
        mayRelease={may.credits}
        holds={holds.map(({ id: hold, amount, module, model, createdAt, expiresAt }) => {
          return { id: hold, amount, module, model, createdAt, expiresAt };
        })}
      />
      <ScopeList merchant={merchant} customer={who} scopes={scopes} mayReset={may.reset} />
      <CustomerLedger
        merchant={merchant}
        customer={who.id}
        purchasesFirst={textOf(address, "part") === "history"}
        cursor={textOf(address, "of") === who.id ? textOf(address, "entries") : undefined}
      />
    </div>
  );
}

async function read(ctx: MemberCtx, id: string) {
  const customer = id.length > 200 ? null : await getCustomer(ctx, id).catch(noneWhenMissing);
  if (customer === null) return null;
  const [wallet, holds, usage, modules, proof] = await Promise.all([
    getBalance(ctx, id),
    listOpenHolds(ctx, id),
    listUsageOfCustomer(ctx, id),
    listModules(ctx, { limit: 200 }),
    getLatestVerification(ctx, id),
  ]);
  return { customer, wallet, holds, scopes: usage.map((each) => toScopeView(each, modules.data)), proof };
}

function noneWhenMissing(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

type Wallet = Awaited<ReturnType<typeof getBalance>>;

function factsOf(wallet: Wallet, proof: Verification | null): KeyValue[] {
  const { total, held, available, debt, frozen, frozenAt, frozenReason } = wallet;
  return [
    { label: DETAIL.total, value: <Credits micros={total} places={6} /> },
    { label: DETAIL.held, value: <Credits micros={held} places={6} /> },
    { label: DETAIL.available, value: <Credits micros={available} places={6} /> },
    ...(debt > 0n ? [{ label: DETAIL.debt, value: <Credits micros={debt} places={6} /> }] : []),
    ...(frozen && frozenAt
      ? [{ label: MARKS.frozen.label, value: <FrozenSince at={frozenAt} reason={frozenReason} /> }]
      : []),
    ...(proof ? [{ label: PROOF.at, value: <ProvenAt proof={proof} /> }] : []),
  ];
}

function FrozenSince({ at, reason }: { at: Date; reason: string | null }) {
  return (
    <>
      <Instant at={at} /> · {reason ?? DETAIL.frozenByRefund}
    </>
  );
}

function ProvenAt({ proof: { at, ok, entries, breaks } }: { proof: Verification }) {
  const [first] = breaks;
  return (
    <>
      <Instant at={at} /> · {ok ? PROOF.oneOk(entries) : PROOF.broken(breaks.length)}
      {first?.entry ? (
        <>
          {" "}
          {PROOF.first} {PROOF.entry} <CopyId id={first.entry} label="Copy entry id" />
        </>
      ) : null}
    </>
  );
}

type CustomerHeadProps = { merchant: string; customer: Customer; frozen: boolean; owes: boolean };

function CustomerHead({ merchant, customer, frozen, owes }: CustomerHeadProps) {
  const { externalId, name, email, roles } = customer;
  return (
    <div className="tg-customer-head">
      <h2 dir="auto">{name ?? email ?? externalId}</h2>
      <p className="tg-quiet">
        {email === null ? null : <span>{email}</span>}
        <CopyId id={externalId} label="Copy customer id" />
        {roles.map((role) => (
          <Badge key={role}>{role}</Badge>
        ))}
        {frozen ? (
          <Badge tone="refused" tip={MARKS.frozen.tip}>
            {MARKS.frozen.label}
          </Badge>
        ) : null}
        {owes ? (
          <Badge tone="refused" tip={MARKS.debt.tip}>
            {MARKS.debt.label}
          </Badge>
        ) : null}
        <Link href={route(`/m/${merchant}/usage/logs?customer=${encodeURIComponent(externalId)}`)}>
          {DETAIL.openLogs}
        </Link>
      </p>
    </div>
  );
}
