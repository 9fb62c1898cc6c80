import { env } from "@/lib/kernel/env";
import { log } from "@/lib/observe";
import type { Outgoing } from "./outgoing";

/** The server said that it will never take this one (RFC 5321 §4.2.1): asking again would not help. */
const REFUSED_FOR_EVER = new Set(["EENVELOPE", "EMESSAGE"]);
const PERMANENT_FROM = 550;

/** Hands the mail to the operator's mail server. Throws unless it took it, or refused its receiver for good. */
export async function toSmtp({ id, at, ...mail }: Outgoing): Promise<void> {
  const { smtpUrl } = env().mail;
  if (smtpUrl === null) throw new Error("SMTP_URL is not set.");
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(smtpUrl);
  const messageId = `<${id}@${mail.from.address.split("@").at(-1) ?? "localhost"}>`;
  try {
    await transport.sendMail({
      ...mail,
      messageId,
      date: new Date(at),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    if (!isFinal(error)) throw error;
    log.warn("The mail server refused a mail for good.", { id, error });
  } finally {
    transport.close();
  }
}

function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || !("responseCode" in error)) return false;
  return REFUSED_FOR_EVER.has(String(error.code)) && Number(error.responseCode) >= PERMANENT_FROM;
}
