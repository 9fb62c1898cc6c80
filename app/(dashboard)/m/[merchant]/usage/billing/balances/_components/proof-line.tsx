import { CircleAlert, ShieldCheck } from "lucide-react";
import { CopyId, Instant } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listTasks } from "@/lib/tasks";
import { getLatestVerification, type Verification } from "@/lib/wallets";
import { BreakLink } from "./break-link";
import { ProofRefresh } from "./proof-refresh";
import { ProveButton } from "./prove-button";
import { PROOF } from "./words";

/** When all balances were last proven, and what came of it. */
export async function ProofLine({ merchant }: { merchant: string }) {
  const ctx = await requireMember(merchant);
  const [latest, running] = await Promise.all([
    getLatestVerification(ctx),
    listTasks(ctx, { kind: "verification", unfinished: "true", limit: 1 }),
  ]);
  const [task] = running.data;
  return (
    <section
      className="tg-proof tg-surface"
      aria-label={PROOF.title}
      data-broken={latest?.ok === false || undefined}
    >
      {latest?.ok === false ? <CircleAlert size={16} aria-hidden /> : <ShieldCheck size={16} aria-hidden />}
      <div className="tg-proof-words">{latest === null ? PROOF.never : <Words proof={latest} />}</div>
      {task ? (
        <ProofRefresh done={Number(task.done)} total={task.total === null ? null : Number(task.total)} />
      ) : (
        <ProveButton merchant={merchant} customer={null} size="compact-sm" />
      )}
    </section>
  );
}

function Words({ proof: { ok, at, wallets, entries, breaks, actor } }: { proof: Verification }) {
  const [first] = breaks;
  return (
    <>
      <span>{ok ? PROOF.ok(wallets, entries) : PROOF.broken(breaks.length)}</span>{" "}
      {first ? (
        <span>
          {PROOF.first}: {first.customer ? <BreakLink customer={first.customer} /> : first.what}
          {first.entry ? (
            <>
              {" "}
              {PROOF.entry} <CopyId id={first.entry} label="Copy entry id" />
            </>
          ) : null}
        </span>
      ) : null}{" "}
      <span className="tg-quiet">
        {PROOF.at} <Instant at={at} /> · {actor.label}
      </span>
    </>
  );
}
