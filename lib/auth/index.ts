export { safeNext } from "./core/safe-next";
export { addressOf } from "./address-of";
export { changeName } from "./change-name";
export { changePassword } from "./change-password";
export { ctxOfApiKey } from "./ctx-of-api-key";
export { ctxOfOperator, OPERATOR } from "./ctx-of-operator";
export { handleAuthRequest } from "./handle-auth-request";
export { acceptInvitation, findInvited, inviteMember } from "./invitation";
export { invitePerson } from "./invite-person";
export { hashPassword } from "./passwords";
export { listMyMerchants, requireMember } from "./require-member";
export type { MemberCtx } from "./require-member";
export { currentPerson } from "./session";
export {
  signInProviders,
  signInWithPassword,
  signInWithProvider,
  signOut,
  signOutEverywhere,
} from "./sign-in";
