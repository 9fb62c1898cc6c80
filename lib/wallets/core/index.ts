export { balanceOf, endHeldParts, grant, heldOf, setAside, spend, sweepExpired, takeBack } from "./book";
export type { Balance, LotPart, LotState, WalletBook } from "./book";
export { ENTRY_TYPES, lotReferences, walletEntry } from "./entry";
export type { EntryActor, EntryType, LedgerEntry } from "./entry";
export type { Hold, HoldState, QuotaPart } from "./hold";
export type { OpenWallet } from "./wallet";
