export { addCredits } from "./add-credits";
export { clawBack } from "./claw-back";
export { getBalance } from "./get-balance";
export { grantPurchase } from "./grant-purchase";
export {
  endHolds,
  findExpiredHolds,
  findHolds,
  findMerchantsWithExpiredHolds,
  insertHolds,
} from "./holds.repo";
export { postEntries } from "./ledger.repo";
export { entryJson, listLedger } from "./list-ledger";
export { lotJson } from "./lot-json";
export { setBalance } from "./set-balance";
export { sweepLots } from "./sweep-lots";
export { verifyEverything, verifyWallets } from "./verify-wallets";
export type { Proof } from "./verify-wallets";
export { lockWallets, postWallets } from "./wallets.repo";
export type { EntryRow } from "./wallets-read.repo";
export type { Hold } from "./core";
