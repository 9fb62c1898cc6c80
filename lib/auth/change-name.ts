import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { word } from "@/lib/kernel/fields";
import { setPersonName } from "@/lib/merchants";
import { currentPerson } from "./session";

const nameInput = z.strictObject({ name: word(200) });

/**
 * Gives the signed-in person another name, at every merchant of theirs. What they did before keeps the name they had.
 * Throws `unauthenticated` when signed out.
 */
export async function changeName(input: unknown): Promise<void> {
  const person = await currentPerson();
  if (!person) throw new AppError("unauthenticated", "Sign in first.");
  await setPersonName(person.id, nameInput.parse(input).name);
}
