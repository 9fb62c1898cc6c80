export { DELIVERY_STATES } from "./inbox/delivery-states";
export type { DeliveryState } from "./inbox/delivery-states";
export { deliveriesQuery } from "./inbox/delivery-query";
export { CONNECTION_KINDS, GRANT_WHEN } from "./connections/kinds";
export type { ConnectionKind, GrantWhen } from "./connections/kinds";
export {
  authorizeShopInput,
  connectionsQuery,
  createConnectionInput,
  patchConnectionInput,
  productsQuery,
  rotateSecretInput,
} from "./connections/connection-input";
export type {
  AuthorizeShopInput,
  CreateConnectionInput,
  PatchConnectionInput,
  RotateSecretInput,
} from "./connections/connection-input";
export { DIAGNOSIS_CODES, FIX_KINDS } from "./core/diagnose";
export type { Diagnosed, DiagnosisCode, Fix } from "./core/diagnose";
export { PURCHASE_STATES } from "./core/purchase-word";
export type { PurchaseWord } from "./core/purchase-word";
export { assignPurchaseInput, claimPurchasesInput, purchasesQuery } from "./purchases/purchase-input";
export { createPackageInput, packageWorthQuery, updatePackageInput } from "./packages/package-input";
export type { CreatePackageInput, UpdatePackageInput } from "./packages/package-input";
export { createCheckoutInput } from "./stripe/checkout-input";
export { DIFFERENCE_KINDS } from "./reconcile/difference-kinds";
export { differencesQuery, startReconciliationInput } from "./reconcile/reconciliation-input";
export { diagnosisQuery, fetchOrderInput, rehearseRefundInput } from "./doctor/doctor-input";
export type { RehearseRefundInput } from "./doctor/doctor-input";
