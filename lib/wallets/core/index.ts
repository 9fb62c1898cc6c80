export { balanceOf, endHeldParts, grant, setAside, spend, sweepExpired, takeBack } from "./book";
export type { Balance, LotPart, LotState, WalletBook } from "./book";
export { ENTRY_TYPES, lotReferences, walletEntry } from "./entry";
export type { EntryType, LedgerEntry } from "./entry";
export type { Hold, HoldState } from "./hold";
export type { OpenWallet } from "./wallet";
export { type GrantProblem, readGrants } from "./read-grants";
