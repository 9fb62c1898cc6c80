import type { Tone } from "@/components/ui";
import type { EntryType } from "@/lib/wallets/core";

const TYPES: Record<EntryType, { readonly label: string; readonly tone: Tone }> = {
  purchase: { label: "Purchase", tone: "credit" },
  grant: { label: "Grant", tone: "credit" },
  usage: { label: "Usage", tone: "neutral" },
  quota_usage: { label: "Quota usage", tone: "quota" },
  adjustment: { label: "Adjustment", tone: "neutral" },
  expiry: { label: "Expiry", tone: "neutral" },
  refund: { label: "Refund", tone: "neutral" },
  dispute: { label: "Dispute", tone: "refused" },
  dispute_reversal: { label: "Dispute won", tone: "credit" },
  transfer_in: { label: "Transfer in", tone: "credit" },
  transfer_out: { label: "Transfer out", tone: "neutral" },
  quota_reset: { label: "Quota reset", tone: "quota" },
  correction: { label: "Correction", tone: "neutral" },
};

/** What an entry's type is called, and its hue. */
export function wordsOf(type: string): { readonly label: string; readonly tone: Tone } {
  return Object.entries(TYPES).find(([key]) => key === type)?.[1] ?? { label: type, tone: "neutral" };
}

const ACTORS: Readonly<Record<string, string>> = {
  member: "Member",
  api_key: "API key",
  customer: "Customer",
  guest: "Guest",
  webhook: "Webhook",
  system: "System",
};

/** What kind of actor it was. */
export function actorKind(kind: string): string {
  return ACTORS[kind] ?? kind;
}
