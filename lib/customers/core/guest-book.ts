/** A guest opened for planning. `carryTicks` is the fraction of a credit that `carry` rounding keeps. */
export type GuestBook = {
  readonly merchantId: string;
  readonly id: string;
  carryTicks: bigint;
  readonly loadedCarry: bigint;
};
