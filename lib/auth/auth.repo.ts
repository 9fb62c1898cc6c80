import { prisma, readSql, statement, textArray } from "@/lib/db";
import type { Failures } from "./core/attempts";

const COUNT_ATTEMPT = statement(
  "sign_in_attempts_count",
  `INSERT INTO sign_in_attempts AS a (key, window_start, failures)
   SELECT decode(k, 'hex'), $2::timestamptz, 1 FROM unnest($1::text[]) AS k ORDER BY k
   ON CONFLICT (key, window_start) DO UPDATE SET failures = a.failures + 1
   RETURNING encode(key, 'hex') AS key, failures AS current,
     coalesce((SELECT p.failures FROM sign_in_attempts p WHERE p.key = a.key AND p.window_start = $3::timestamptz), 0) AS previous`,
);
const GIVE_BACK = statement(
  "sign_in_attempts_give_back",
  `UPDATE sign_in_attempts SET failures = greatest(failures - 1, 0)
    WHERE key = ANY (SELECT decode(k, 'hex') FROM unnest($1::text[]) AS k) AND window_start = $2::timestamptz`,
);
const CLEAR = statement(
  "sign_in_attempts_clear",
  "DELETE FROM sign_in_attempts WHERE key = decode($1::text, 'hex')",
);
const FORGET = statement(
  "sign_in_attempts_forget",
  "DELETE FROM sign_in_attempts WHERE window_start < $1::timestamptz",
);

/** Counts one attempt for each key and tells how many that makes, now and in the window before. */
export async function countAttempt(
  keys: readonly string[],
  window: { start: Date; previousStart: Date },
): Promise<Map<string, Failures>> {
  const rows = await readSql().rows<Failures & { key: string }>(COUNT_ATTEMPT, [
    textArray(keys, (key) => key),
    window.start.toISOString(),
    window.previousStart.toISOString(),
  ]);
  return new Map(rows.map(({ key, ...failures }) => [key, failures]));
}

/** Takes back an attempt that was refused unseen or succeeded. */
export async function giveBackAttempt(keys: readonly string[], windowStart: Date): Promise<void> {
  await readSql().rows(GIVE_BACK, [textArray(keys, (key) => key), windowStart.toISOString()]);
}

export async function clearAttempts(key: string): Promise<void> {
  await readSql().rows(CLEAR, [key]);
}

export async function deleteAttemptsBefore(windowStart: Date): Promise<void> {
  await readSql().rows(FORGET, [windowStart.toISOString()]);
}

/** An identity at a provider: its name for itself and for the person. */
export type Identity = { provider: string; providerAccountId: string };

export async function findUserIdOf(identity: Identity): Promise<string | null> {
  const account = await prisma.account.findUnique({
    where: { provider_providerAccountId: identity },
    select: { userId: true },
  });
  return account?.userId ?? null;
}

/** Ties an identity to a person for ever; a repeat does nothing. The provider's tokens are not kept. */
export async function insertIdentity(identity: Identity, userId: string): Promise<void> {
  await prisma.account.createMany({ data: [{ ...identity, userId, type: "oidc" }], skipDuplicates: true });
}
