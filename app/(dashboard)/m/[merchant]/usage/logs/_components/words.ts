/** What the screens of logs call things: one place for every text that stands on more than one of them. */
import type { ScoreBand } from "@/lib/logs/core";

/** How the figures of a request are known. */
export const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  provider_final: "Reported by the provider",
  provider_partial: "Reported by the provider in part",
  estimated: "Estimated",
  manual: "Entered by hand",
};

export const ROLE_WORDS: Readonly<Record<string, string>> = {
  system: "System",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

type BandWords = { readonly name: string; readonly range: string; readonly advice: string };

/** The four bands of a vector score, and what to do about each. */
export const BAND_WORDS: Record<ScoreBand, BandWords> = {
  strong: { name: "Strong", range: "85% and more", advice: "The context was about the question." },
  useful: {
    name: "Usually useful",
    range: "70–84%",
    advice: "Good enough for most answers. Look at the texts when an answer misses something.",
  },
  weak: {
    name: "Weak",
    range: "50–69%",
    advice: "Review the source: is what people ask for in it, in their words?",
  },
  poor: {
    name: "Poor",
    range: "below 50%",
    advice:
      "The answer may rest on unrelated texts. Raise the threshold, or add what is missing to the source.",
  },
};

export const MARKS = {
  failed: { label: "Failed", tip: "At least one of its messages brought an error" },
  unpriced: { label: "Unpriced", tip: "No pricing rule matched at least one of its requests" },
  overdraft: { label: "Overdraft", tip: "Neither balance nor quota covered all of it" },
  late: { label: "Late", tip: "Usage arrived after its hold had ended, and was charged as new" },
  imported: {
    label: "Imported",
    tip: "Brought in from elsewhere: it was paid there, and no balance or ledger entry here belongs to it",
  },
} as const;

/** How credits came into a wallet. */
export const LOT_SOURCES: Readonly<Record<string, string>> = {
  purchase: "Purchase",
  grant: "Grant",
  adjustment: "Adjustment",
  correction: "Correction",
  dispute_reversal: "Dispute won",
  transfer_in: "Transfer",
};

export const LOT_WORDS = {
  unknown: "A lot",
  order: (number: string) => `order ${number}`,
} as const;
