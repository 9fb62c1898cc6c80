import { z } from "zod";

/** Numbers of a shop come as text or as numbers, depending on its plugins. */
const money = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? "0"));
const id = z.coerce.number().int().min(0);
const text = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === null || value.trim() === "" ? null : value.trim()));

const line = z.looseObject({
  id,
  name: text,
  product_id: id.nullish(),
  variation_id: id.nullish(),
  quantity: z.coerce.number().nullish(),
  total: money,
  total_tax: money,
});

/** An order as WooCommerce's REST API, version 3, and its webhooks tell it: the part that we read. */
export const wooOrder = z.looseObject({
  id: id.min(1),
  number: z.union([z.string(), z.number()]).nullish(),
  status: z.string().min(1).max(100),
  currency: text,
  total: money,
  customer_id: id.nullish(),
  billing: z.looseObject({ first_name: text, last_name: text, email: text }).nullish(),
  line_items: z.array(line).nullish(),
  refunds: z.array(z.looseObject({ total: money })).nullish(),
  date_created_gmt: text,
  date_modified_gmt: text,
  date_modified: text,
  date_completed_gmt: text,
  date_paid_gmt: text,
  date_completed: text,
  date_paid: text,
});
export type WooOrder = z.output<typeof wooOrder>;

const refundLine = z.looseObject({
  quantity: z.coerce.number().nullish(),
  total: money,
  total_tax: money,
  meta_data: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).nullish(),
});

/** A refund of an order (`GET /orders/{id}/refunds`): sums and quantities of lines are negative. */
export const wooRefund = z.looseObject({
  id,
  amount: money,
  line_items: z.array(refundLine).nullish(),
  shipping_lines: z.array(z.looseObject({ total: money, total_tax: money })).nullish(),
  fee_lines: z.array(z.looseObject({ total: money, total_tax: money })).nullish(),
});
export type WooRefund = z.output<typeof wooRefund>;

/** What REST answers instead of an order; it is signed and delivered all the same. */
export const wooError = z.looseObject({ code: z.string(), message: z.string() });

/** Of a trashed order only the id is sent. */
export const wooDeleted = z.looseObject({ id: id.min(1) });

/** `action.*` topics: the hook, and its first argument. */
export const wooAction = z.looseObject({ action: z.string(), arg: z.coerce.number().int().min(1) });
