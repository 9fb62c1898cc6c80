import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { setPassword } from "@/lib/merchants";
import { isPasswordOf, hashPassword } from "./passwords";
import { newPasswordField } from "./schemas";
import { currentPerson } from "./session";
import { signInWithPassword } from "./sign-in";
import { beginAttempt } from "./throttle";

const MOST_CHARACTERS = 200;

const changeInput = z.strictObject({
  current: z.string().max(MOST_CHARACTERS),
  password: newPasswordField,
});

/**
 * Gives the signed-in person another password and ends their sessions on every other device; this browser is signed in
 * anew. Somebody who signs in through a provider alone has none to change. Only inside a server action.
 *
 * Throws `unauthenticated` when signed out, `invalid_input` when the current password is another, `rate_limited` after
 * too many wrong ones, `conflict` without a password or when it was changed elsewhere at the same moment.
 */
export async function changePassword(
  input: unknown,
  from: { address: string | null; now: Date },
): Promise<void> {
  const person = await currentPerson();
  if (!person) throw new AppError("unauthenticated", "Sign in first.");
  const { current, password } = changeInput.parse(input);
  if (person.passwordHash === null) {
    throw new AppError("conflict", "You sign in through a provider, without a password.");
  }
  const attempt = await beginAttempt({ email: person.email, address: from.address }, from.now);
  if (!(await isPasswordOf(person.passwordHash, current))) {
    throw new AppError("invalid_input", "The current password is another.", {
      errors: [{ path: "current", message: "is not your password" }],
    });
  }
  await attempt.succeeded();
  const changed = await setPassword(person, await hashPassword(password));
  if (!changed) throw new AppError("conflict", "Your password was changed elsewhere at the same moment.");
  await signInWithPassword(person.email, password);
}
