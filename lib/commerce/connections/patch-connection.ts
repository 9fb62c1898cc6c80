import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { type Connection, sealCredentials, sealSecrets } from "./connection";
import { type PatchConnectionInput, patchConnectionInput } from "./connection-input";
import type { ConnectionJson } from "./connection-json";
import { type ConnectionChange, lockConnection, updateConnection } from "./connections.repo";
import { requireReach, withoutNulls } from "./create-connection";
import { credentialsOf } from "./credentials-of";
import { describeConnection, requireConnection } from "./get-connection";
import type { z } from "zod";

/**
 * Changes what is given. New keys replace the ones before at once, and so does a webhook secret (`rotateWebhookSecret`
 * keeps both for a while). Purchases that were granted stay as they are; `grantWhen` counts from the next word of the
 * shop on. Throws `not_found`, and `invalid_input` as creating does.
 */
export async function patchConnection(
  ctx: Ctx,
  id: string,
  input: PatchConnectionInput,
): Promise<ConnectionJson> {
  requireCan(ctx, "connections:write");
  const given = patchConnectionInput.parse(input);

  const after = await withTx(ctx, async (tx) => {
    const before = requireConnection(ctx, await lockConnection(tx, ctx.merchantId, id));
    if (given.store !== undefined) requireReach(ctx, given.store);
    const change = changeOf(before, given);
    await updateConnection(tx, before, { ...change, updatedAt: ctx.now });
    await recordAudit(tx, ctx, {
      action: "connection.update",
      entity: "connection",
      entityId: before.id,
      details: { fields: Object.keys(change) },
    });
    return { ...before, ...change, updatedAt: ctx.now };
  });
  return describeConnection(ctx, after);
}

function changeOf(before: Connection, given: z.output<typeof patchConnectionInput>): ConnectionChange {
  const { consumerKey, consumerSecret, apiKey, webhookSecret, options, ...plain } = given;
  const url = plain.url === undefined ? before.url : plain.url;
  const typed = { consumerKey, consumerSecret, apiKey };
  const credentials = credentialsOf(
    before.kind,
    before.kind === "stripe" ? { ...typed, url: plain.url } : { ...typed, url },
  );
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(options ? { options: withoutNulls({ ...before.options, ...options }) } : {}),
    ...(credentials ? { credentials: sealCredentials(credentials, before) } : {}),
    ...(webhookSecret === undefined
      ? {}
      : { webhookSecrets: sealSecrets([{ secret: webhookSecret, until: null }], before) }),
  };
}
