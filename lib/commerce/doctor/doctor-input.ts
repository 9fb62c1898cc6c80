import { z } from "zod";
import { word } from "@/lib/kernel/fields";

export const diagnosisQuery = z.strictObject({
  /** An order number, a payment's id or an e-mail address, exactly. */
  query: z.string().trim().min(1, "must not be empty").max(320),
});
export type DiagnosisQuery = z.input<typeof diagnosisQuery>;

export const fetchOrderInput = z.strictObject({
  /** The shop's own id of the order: a number. */
  order: z.coerce
    .number("must be the number of an order")
    .int("must be the number of an order")
    .min(1, "must be the number of an order")
    .max(Number.MAX_SAFE_INTEGER, "must be the number of an order"),
});
export type FetchOrderInput = z.input<typeof fetchOrderInput>;

const money = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,8})?$/, 'must be a decimal string such as "9.90"')
  .optional();

/** A sum of the whole order, or lines; without either, everything that is left. */
export const rehearseRefundInput = z
  .strictObject({
    amount: money,
    lines: z
      .array(
        z.strictObject({
          key: word(100),
          quantity: z.number().int("must be a whole number").min(1, "must be 1 or more").optional(),
          amount: money,
        }),
      )
      .min(1, "must name a line")
      .max(200)
      .optional(),
  })
  .refine(({ amount, lines }) => amount === undefined || lines === undefined, {
    path: ["amount"],
    message: "must not stand beside lines: each line has an amount of its own",
  });
export type RehearseRefundInput = z.input<typeof rehearseRefundInput>;
