export { addCredits } from "./add-credits";
export { type BalanceRow, countBalances, listBalances } from "./balances/list-balances";
export { followLedgers } from "./balances/follow-ledger";
export { bookPurchase } from "./book-purchase";
export type { PurchaseMove } from "./book-purchase";
export { type BulkPreview, previewBulkGrant, startBulkGrant } from "./bulk/start-bulk-grant";
export { takeBulkGrantStep } from "./bulk/take-bulk-grant-step";
export { clawBack } from "./claw-back";
export { freezeBalance, unfreezeBalance } from "./freeze-balance";
export { getBalance } from "./get-balance";
export { getCustomerUse } from "./get-customer-use";
export { getProofOver } from "./proof/get-proof-over";
export { grantPurchase } from "./grant-purchase";
export {
  endHolds,
  findExpiredHolds,
  findHolds,
  findMerchantsWithExpiredHolds,
  insertHolds,
} from "./holds.repo";
export { postEntries } from "./ledger.repo";
export { listOpenHolds } from "./list-open-holds";
export { countExportableEntries, exportLedger, LEDGER_COLUMNS } from "./ledger/export-ledger";
export { fetchLedgerExport, startLedgerExport } from "./ledger/start-ledger-export";
export { entryJson, getEntry, type LedgerQuery, listLedger } from "./list-ledger";
export { listEntriesOfPurchase } from "./list-entries-of-purchase";
export { listLoosePurchases } from "./list-loose-purchases";
export { getLastPurchase } from "./get-last-purchase";
export type { PurchaseEntry } from "./customer-use.repo";
export { lotJson } from "./lot-json";
export { rehearseTakingBack, type TakingBack } from "./rehearse-taking-back";
export { setBalance } from "./set-balance";
export { sweepLots } from "./sweep-lots";
export {
  getLatestVerification,
  listVerifications,
  type Verification,
  verificationJson,
} from "./proof/read-verifications";
export { takeVerification } from "./proof/take-verification";
export { takeVerificationStep } from "./proof/take-verification-step";
export { verifyEverything, verifyWallets } from "./verify-wallets";
export type { Proof } from "./verify-wallets";
export { lockWallets, postWallets } from "./wallets.repo";
export type { EntryRow } from "./wallets-read.repo";
export type { Hold } from "./core";
