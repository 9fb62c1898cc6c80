import { createHmac } from "node:crypto";
import { networkOf } from "@/lib/customers/core";
import { appSecret } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { clearAttempts, countAttempt, deleteAttemptsBefore, giveBackAttempt } from "./auth.repo";
import { secondsToWait, windowStart, WINDOW_SECONDS } from "./core/attempts";

/** Failures in a quarter of an hour. A network may be an office, a person is one person. */
const LIMITS = { email: 10, network: 50 } as const;

export type Attempt = {
  /** The sign-in worked: failures of this e-mail address are forgotten. */
  succeeded(): Promise<void>;
};

/**
 * Counts a sign-in as failed before anything is looked at, so that guesses in parallel are counted too; a success
 * takes it back. Addresses are kept as keyed hashes only.
 *
 * Throws `rate_limited` with the seconds to wait, for an e-mail address or a network with too many failures. A refused
 * attempt does not count.
 */
export async function beginAttempt(
  who: { email: string; address: string | null },
  now: Date,
): Promise<Attempt> {
  const start = windowStart(now);
  const previousStart = new Date(start.getTime() - WINDOW_SECONDS * 1_000);
  const email = keyOf("email", who.email);
  const network = who.address === null ? null : networkOf(who.address);
  const networkKey = network === null ? null : keyOf("network", network);
  const keys = networkKey === null ? [email] : [email, networkKey];

  const counts = await countAttempt(keys, { start, previousStart });
  const waits = keys.map((key) => {
    const failures = counts.get(key) ?? { current: 0, previous: 0 };
    return secondsToWait(failures, key === email ? LIMITS.email : LIMITS.network, now);
  });
  const retryAfterSeconds = waits.reduce((longest, wait) => (wait > longest ? wait : longest), 0);
  if (retryAfterSeconds > 0) {
    await giveBackAttempt(keys, start);
    throw new AppError("rate_limited", "Too many failed sign-ins.", { retryAfterSeconds });
  }
  return {
    async succeeded() {
      await clearAttempts(email);
      if (networkKey !== null) await giveBackAttempt([networkKey], start);
      await deleteAttemptsBefore(previousStart);
    },
  };
}

function keyOf(kind: "email" | "network", value: string): string {
  return createHmac("sha256", appSecret()).update(`sign-in ${kind}\n${value}`).digest("hex").slice(0, 32);
}
