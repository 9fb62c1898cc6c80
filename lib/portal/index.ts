export { checkPortal, PORTAL_CHECKS } from "./check-portal";
export type { PortalCheck } from "./check-portal";
export { readGuestPage } from "./page/read-guest-page";
export type { GuestPage, GuestQuota } from "./page/read-guest-page";
export type {
  PageBalance,
  PageLot,
  PagePlace,
  PagePurchase,
  PageQuota,
  PageRequest,
  PageUse,
  PortalPage,
} from "./page/page-parts";
export { readPortalPage, readPurchaseHistory } from "./page/read-portal-page";
export { readStatement, statementMonth, writeStatementCsv } from "./page/read-statement";
export type { StatementLine } from "./page/read-statement";
export { getPortalSettings } from "./settings/get-portal-settings";
export type { SecretState } from "./settings/get-portal-settings";
export { patchPortalSettings } from "./settings/patch-portal-settings";
export { rotatePortalSecret } from "./settings/rotate-portal-secret";
export type { RotatedSecret } from "./settings/rotate-portal-secret";
export { createPortalLink, viewAsCustomer } from "./sign-in/create-portal-link";
export type { PortalLink } from "./sign-in/create-portal-link";
export { enterWithLink, enterWithToken } from "./sign-in/enter-portal";
export type { EntryFault } from "./sign-in/enter-portal";
export { mailSignInLink, offersMailSignIn } from "./sign-in/mail-sign-in-link";
export type { SignInMailWords } from "./sign-in/mail-sign-in-link";
export { endVisit, findPortal, findVisit } from "./sign-in/portal-visit";
export type { Portal, Visit } from "./sign-in/portal-visit";
