import type { WalletBook } from "./book";

/** An opened wallet, and whose it is. */
export type OpenWallet = {
  readonly book: WalletBook;
  readonly externalId: string;
  readonly roles: readonly string[];
};
