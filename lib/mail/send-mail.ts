import { sqlOf, type Tx } from "@/lib/db";
import { addJob, prepareJobs } from "@/lib/jobs";
import { newId } from "@/lib/kernel/ids";
import { type Mail, mailShape } from "./schemas";

/** The name of the job that hands a mail to its transport. */
export const SEND_MAIL = "send_mail";

type MailScope = { readonly tx: Tx; readonly now: Date };

/**
 * Asks for a mail in the caller's transaction: it leaves once that has committed, and never when it did not. Each
 * call is a mail of its own. A transport that fails is tried again with growing pauses, for some days.
 *
 * Throws a `ZodError` for what cannot be a mail. Returns the mail's id.
 */
export async function sendMail({ tx, now }: MailScope, wish: Mail): Promise<string> {
  const mail = mailShape.parse(wish);
  await prepareJobs();
  const id = newId(now);
  await addJob(sqlOf(tx), {
    name: SEND_MAIL,
    payload: { id, at: now.toISOString(), mail },
    key: `mail:${id}`,
  });
  return id;
}
