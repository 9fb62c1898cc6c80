import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { addJob, prepareJobs } from "@/lib/jobs";
import { AppError } from "@/lib/kernel/errors";
import { reopenDelivery } from "./deliveries.repo";
import { deliveryJson, type DeliveryJson } from "./delivery-json";
import { PROCESS_DELIVERY } from "./receive-delivery";

/**
 * Works on a delivery again, as if it had just come: for what was given up, or what packages were mapped for since.
 * What was booked for it stays booked once. Throws `not_found`.
 */
export async function replayDelivery(ctx: Ctx, id: string): Promise<DeliveryJson> {
  requireCan(ctx, "connections:write");
  await prepareJobs();
  return withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    const key = { merchantId: ctx.merchantId, id };
    const delivery = await reopenDelivery(sql, key, ctx.now);
    if (!delivery) throw new AppError("not_found", "There is no such delivery.");
    await addJob(sql, { name: PROCESS_DELIVERY, payload: key, key: `delivery:${id}` });
    await recordAudit(tx, ctx, {
      action: "delivery.replay",
      entity: "delivery",
      entityId: id,
      details: { topic: delivery.topic, subject: delivery.subject },
    });
    return deliveryJson(delivery);
  });
}
