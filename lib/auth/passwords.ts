import { hash, verify } from "@node-rs/argon2";
import { newPasswordField } from "./schemas";

/** argon2id (the library's default) at the first of the costs that OWASP recommends: about 13 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of no password, at the same cost. */
const OF_NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$U29tZVNhbHRUaGF0SXNOb25l$0000000000000000000000000000000000000000000";

/** What is kept of a password somebody chose. Throws `ZodError` for one that is too short or too long. */
export async function hashPassword(password: string): Promise<string> {
  return hash(newPasswordField.parse(password), COST);
}

/**
 * Whether the password is the one of the hash. Without a hash (nobody, or somebody who has no password) the answer is
 * no, and takes as long: the time does not tell who has an account.
 */
export async function isPasswordOf(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? OF_NOBODY, password);
  return matches && kept !== null;
}
