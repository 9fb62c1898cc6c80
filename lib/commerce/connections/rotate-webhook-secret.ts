import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { sealSecrets, webhookSecretsOf } from "./connection";
import { type RotateSecretInput, rotateSecretInput } from "./connection-input";
import { lockConnection, updateConnection } from "./connections.repo";
import { newSecret } from "./create-connection";
import { requireConnection } from "./get-connection";

const HOUR_MILLIS = 3_600_000;
/** So many are kept beside the new one, should several rotations follow each other. */
const MOST_PREVIOUS = 3;

/**
 * Puts a new webhook secret in force, a given one or one that is made and shown this once; the one before stays valid
 * together with it for `keepPreviousHours`, since what is on its way was signed with it. Throws `not_found`.
 */
export async function rotateWebhookSecret(
  ctx: Ctx,
  id: string,
  input: RotateSecretInput,
): Promise<{ webhookSecret: string | null; previousSecretUntil: string | null }> {
  requireCan(ctx, "connections:write");
  const given = rotateSecretInput.parse(input);
  const made = given.webhookSecret === undefined ? newSecret() : null;
  const secret = given.webhookSecret ?? made ?? "";
  const ends = new Date(ctx.now.getTime() + given.keepPreviousHours * HOUR_MILLIS).toISOString();

  return withTx(ctx, async (tx) => {
    const connection = requireConnection(ctx, await lockConnection(tx, ctx.merchantId, id));
    const previous = webhookSecretsOf(connection)
      .filter((each) => each.secret !== secret)
      .map((each) => ({ ...each, until: each.until === null || each.until > ends ? ends : each.until }))
      .filter(({ until }) => Date.parse(until) > ctx.now.getTime())
      .slice(0, MOST_PREVIOUS);
    const webhookSecrets = sealSecrets([{ secret, until: null }, ...previous], connection);
    await updateConnection(tx, connection, { webhookSecrets, updatedAt: ctx.now });
    await recordAudit(tx, ctx, {
      action: "connection.rotate_secret",
      entity: "connection",
      entityId: connection.id,
      details: { keepPreviousHours: given.keepPreviousHours },
    });
    return { webhookSecret: made, previousSecretUntil: previous[0]?.until ?? null };
  });
}
