import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { storableText } from "@/lib/kernel/fields";
import { findDelivery } from "./deliveries.repo";
import { deliveryJson, type DeliveryJson } from "./delivery-json";

/** With the body as text and the headers that were kept. */
export type DeliveryDetail = DeliveryJson & { headers: Readonly<Record<string, string>>; body: string };

/** One delivery as it came. Throws `not_found`. */
export async function getDelivery(ctx: Ctx, id: string): Promise<DeliveryDetail> {
  requireCan(ctx, "usage:read");
  const found = await findDelivery({ merchantId: ctx.merchantId, id });
  if (!found) throw new AppError("not_found", "There is no such delivery.");
  const body = storableText(Buffer.from(found.body).toString("utf8"));
  return { ...deliveryJson(found), headers: found.headers, body };
}
