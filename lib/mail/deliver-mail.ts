import { env } from "@/lib/kernel/env";
import { renderMail } from "./core/render-mail";
import { queuedMail } from "./schemas";
import { TRANSPORTS } from "./transports/transports";

/**
 * Hands a queued mail to the transport that the operator chose. Throws when the transport fails, for the queue to try
 * again; a repeat sends it again, under the same message id.
 */
export async function deliverMail(payload: unknown): Promise<void> {
  const { id, at, mail } = queuedMail.parse(payload);
  const settings = env().mail;
  const from = { name: mail.fromName ?? "Tollgate", address: settings.from };
  await TRANSPORTS[settings.transport]({ ...mail, ...renderMail(mail), id, at, from });
}
