/** Something of the merchant that was looked for, and the path under the merchant's home that shows it. */
export type Found = {
  readonly kind: "log" | "customer" | "entry" | "order" | "key";
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly group: string;
  readonly path: string;
};
