import { log } from "@/lib/observe";
import type { Outgoing } from "./outgoing";

/** Prints the mail for whoever started the server: a link in it can be followed from there. */
export async function toConsole({ to, subject, text }: Outgoing): Promise<void> {
  log.info("A mail, printed because no SMTP_URL is set.", { to, subject, text });
}
