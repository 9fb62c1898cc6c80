export { checkPortal } from "./check-portal";
export type { PortalCheck } from "./check-portal";
export { buyPackage } from "./page/packages";
export type { PagePackage } from "./page/packages";
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
export { readPortalPage } from "./page/read-portal-page";
export { readPurchases } from "./page/read-purchases";
export { readStatement, statementMonth, writeStatementCsv } from "./page/read-statement";
export type { StatementLine } from "./page/read-statement";
export { getPortalSettings } from "./settings/get-portal-settings";
export type { SecretState } from "./settings/get-portal-settings";
export { patchPortalSettings } from "./settings/patch-portal-settings";
export { rotatePortalSecret } from "./settings/rotate-portal-secret";
export { createPortalLink, viewAsCustomer } from "./sign-in/create-portal-link";
export { enterWithLink, enterWithToken } from "./sign-in/enter-portal";
export type { EntryFault } from "./sign-in/enter-portal";
export { mailSignInLink, offersMailSignIn } from "./sign-in/mail-sign-in-link";
export { endVisit, findPortal, findVisit } from "./sign-in/portal-visit";
export type { Portal, Visit } from "./sign-in/portal-visit";
export { wordpressPlugin } from "./wordpress/wordpress-plugin";
