export { addCredits } from "./add-credits";
export { balanceJson } from "./change-wallet";
export type { WalletAnswer } from "./change-wallet";
export { clawBack } from "./claw-back";
export type { ClawBackInput } from "./claw-back";
export { getBalance } from "./get-balance";
export type { SourcedLot, WalletView } from "./get-balance";
export { grantPurchase } from "./grant-purchase";
export type { PurchaseInput } from "./grant-purchase";
export {
  endHolds,
  findExpiredHolds,
  findHolds,
  findMerchantsWithExpiredHolds,
  insertHolds,
} from "./holds.repo";
export { postEntries } from "./ledger.repo";
export { entryJson, listLedger } from "./list-ledger";
export type { LedgerQuery } from "./list-ledger";
export { lotJson } from "./lot-json";
export type { LotJson } from "./lot-json";
export { setBalance } from "./set-balance";
export { sweepLots } from "./sweep-lots";
export { verifyEverything, verifyWallets } from "./verify-wallets";
export type { Break, Proof } from "./verify-wallets";
export { lockWallets, postWallets, readWallets } from "./wallets.repo";
export type { EntryRow } from "./wallets-read.repo";
export type { Hold, LedgerEntry } from "./core";
