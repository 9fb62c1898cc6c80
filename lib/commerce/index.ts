export { admitShop } from "./connections/admit-shop";
export { authorizeShop } from "./connections/authorize-shop";
export { createConnection } from "./connections/create-connection";
export type { ConnectionJson } from "./connections/connection-json";
export { deleteConnection } from "./connections/delete-connection";
export { getConnection } from "./connections/get-connection";
export { listConnections } from "./connections/list-connections";
export { listShopProducts } from "./connections/list-shop-products";
export { patchConnection } from "./connections/patch-connection";
export { rotateWebhookSecret } from "./connections/rotate-webhook-secret";
export { setUpWebhooks } from "./connections/set-up-webhooks";
export { testConnection } from "./connections/test-connection";
export { diagnosePurchase, type PurchaseDiagnosis } from "./doctor/diagnose-purchase";
export { fetchOrder } from "./doctor/fetch-order";
export type { RehearsalJson } from "./doctor/rehearsal-json";
export { getRehearsal, type RefundRehearsal, rehearseRefund } from "./doctor/rehearse-refund";
export type { DeliveryJson } from "./inbox/delivery-json";
export { getDelivery } from "./inbox/get-delivery";
export { listDeliveries } from "./inbox/list-deliveries";
export { deliveryOfJob, processDelivery } from "./inbox/process-delivery";
export { PROCESS_DELIVERY, receiveDelivery } from "./inbox/receive-delivery";
export { replayDelivery } from "./inbox/replay-delivery";
export { sweepDeliveries } from "./inbox/sweep-deliveries";
export { createPackage } from "./packages/create-package";
export { deletePackage } from "./packages/delete-package";
export { getPackage } from "./packages/get-package";
export { listPackages } from "./packages/list-packages";
export { packageJson, worthJson } from "./packages/package-json";
export { priceTypicalRequests } from "./packages/price-typical-requests";
export { updatePackage } from "./packages/update-package";
export { assignPurchase } from "./purchases/assign-purchase";
export { claimProven, claimPurchases } from "./purchases/claim-purchases";
export { getPurchase } from "./purchases/get-purchase";
export { listPurchases } from "./purchases/list-purchases";
export type { PurchaseJson, PurchaseLineJson } from "./purchases/purchase-json";
export { refreshPurchase } from "./purchases/refresh-purchase";
export { createCheckout, openCheckout } from "./stripe/create-checkout";
export { listStripePrices } from "./stripe/list-stripe-prices";
export type { StripePrice } from "./stripe/list-stripe-prices";
export type { DifferenceRow } from "./reconcile/differences.repo";
export { listDifferences } from "./reconcile/list-differences";
export { runReconciliation } from "./reconcile/run-reconciliation";
export {
  RECONCILE,
  startNightlyReconciliations,
  startReconciliation,
} from "./reconcile/start-reconciliation";
