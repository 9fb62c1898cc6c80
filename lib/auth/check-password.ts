import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { findPersonByEmail, type Person } from "@/lib/merchants";
import { emailField } from "@/lib/merchants/schemas";
import { isPasswordOf } from "./passwords";
import { beginAttempt } from "./throttle";

/** Longer than any password anybody may choose: not worth hashing. */
const MOST_CHARACTERS = 200;

const credentials = z.object({ email: emailField, password: z.string().min(1).max(MOST_CHARACTERS) });

/**
 * The person whom an e-mail address and a password sign in. Not knowing the address and not knowing the password look
 * the same and take the same time.
 *
 * Throws `unauthenticated` when they do not match, `rate_limited` (with the seconds to wait) after too many failures
 * for the address or the network, without looking at the password.
 */
export async function checkPassword(
  given: unknown,
  from: { address: string | null; now: Date },
): Promise<Person> {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) throw refused();
  const { email, password } = parsed.data;
  const attempt = await beginAttempt({ email, address: from.address }, from.now);
  const person = await findPersonByEmail({}, email);
  const matches = await isPasswordOf(person?.passwordHash ?? null, password);
  if (!person || !matches) throw refused();
  await attempt.succeeded();
  return person;
}

function refused(): AppError {
  return new AppError("unauthenticated", "The e-mail address and the password do not match.");
}
