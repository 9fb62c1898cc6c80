import type { LatencySummary } from "./latency-histogram";
import type { TallySummary } from "./tally";

/** What `verify` answers: whether every balance follows from its ledger, and where not. */
export type LedgerProof = { ok: boolean; wallets: number; entries: number; breaks: readonly unknown[] };

export type ReplayReport = TallySummary & {
  run: string;
  seconds: number;
  requestsPerSecond: number;
  /** True when the operator, or a server that stayed away, ended the run before the file did. */
  interrupted: boolean;
  /** Null when the ledger could not be proved from here; `proofProblem` says why. */
  proof: LedgerProof | null;
  proofProblem: string | null;
};

/** A replay is good when every request was answered as expected and the ledger's proof holds. */
export function isGood(report: ReplayReport): boolean {
  return report.failed === 0 && report.proof?.ok === true;
}

/** The report as lines of text for a terminal. */
export function reportLines(report: ReplayReport): string[] {
  const rows: [string, string][] = [
    ["Run", report.run],
    ["Rows", `${report.rows.toLocaleString("en-US")}${report.interrupted ? " (interrupted)" : ""}`],
    ["Requests", `${report.requests.toLocaleString("en-US")} in ${report.seconds.toFixed(1)} s`],
    ["Requests per second", report.requestsPerSecond.toFixed(0)],
    ["Recorded", String(report.recorded)],
    ["Replayed", `${report.replayed} (recorded before: not charged again)`],
    ["Refused", countsText(report.refused)],
    ["Failed", report.failed === 0 ? "0" : countsText(report.failures)],
    ["Sent again", String(report.retries)],
    ["Late, unpriced", `${report.late}, ${report.unpriced}`],
    ["Credits granted", report.granted],
    ["Credits charged", report.charged.cost],
    ["  from balances", report.charged.fromBalance],
    ["  from quotas", report.charged.fromQuota],
    ["  overdraft", report.charged.overdraft],
    ["Authorize", latencyText(report.latency.authorize)],
    ["Usage", latencyText(report.latency.usage)],
    ["Ledger proof", proofText(report)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function countsText(counts: Record<string, number>): string {
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const parts = Object.entries(counts).map(([code, each]) => `${code} ${each}`);
  return parts.length === 0 ? "0" : `${total} (${parts.join(", ")})`;
}

function latencyText(latency: LatencySummary): string {
  return `p50 ${latency.p50.toFixed(1)} ms, p95 ${latency.p95.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms`;
}

function proofText({ proof, proofProblem }: ReplayReport): string {
  if (!proof) return `not made: ${proofProblem ?? "unknown reason"}`;
  const size = `${proof.wallets} wallets, ${proof.entries} entries`;
  return proof.ok ? `holds (${size})` : `BROKEN in ${proof.breaks.length} places (${size})`;
}
