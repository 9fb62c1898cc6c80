import { activityEndpoints } from "./activity";
import { apiKeyEndpoints } from "./api-keys";
import { auditEndpoints } from "./audit";
import { authorizeEndpoints } from "./authorize";
import { balanceListEndpoints } from "./balance-list";
import { balanceEndpoints } from "./balances";
import { botEndpoints } from "./bots";
import { connectionEndpoints } from "./connections";
import { checkoutEndpoints } from "./checkouts";
import { bulkGrantEndpoints } from "./bulk-grants";
import { customerEndpoints } from "./customers";
import { customerQuotaEndpoints } from "./customer-quotas";
import { deliveryEndpoints } from "./deliveries";
import { doctorEndpoints } from "./doctor";
import type { Endpoint } from "./endpoint";
import { exportEndpoints } from "./exports";
import { formEndpoints } from "./forms";
import { holdEndpoints } from "./holds";
import { ledgerEndpoints } from "./ledger";
import { logDeletionEndpoints } from "./log-deletion";
import { logExportEndpoints } from "./log-export";
import { logImportEndpoints } from "./log-imports";
import { logRetentionEndpoints } from "./log-retention";
import { logEndpoints } from "./logs";
import { moduleEndpoints } from "./modules";
import { packageEndpoints } from "./packages";
import { pricingFileEndpoints } from "./pricing-files";
import { pricingInsightEndpoints } from "./pricing-insight";
import { portalLinkEndpoints } from "./portal-links";
import { portalSettingsEndpoints } from "./portal-settings";
import { pricingRuleEndpoints } from "./pricing-rules";
import { purchaseEndpoints } from "./purchases";
import { quoteEndpoints } from "./quote";
import { overviewEndpoints } from "./overview";
import { quotaCheckEndpoints } from "./quota-checks";
import { quotaEndpoints } from "./quotas";
import { reconciliationEndpoints } from "./reconciliation";
import { settingsEndpoints } from "./settings";
import { storeEndpoints } from "./stores";
import { taskEndpoints } from "./tasks";
import { usageEndpoints } from "./usage";
import { verificationEndpoints } from "./verifications";

export const BASE = "/api/v1";

/** Every operation of the API, in the order the reference shows them. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...authorizeEndpoints,
  ...usageEndpoints,
  ...quoteEndpoints,
  ...holdEndpoints,
  ...customerEndpoints,
  ...balanceListEndpoints,
  ...balanceEndpoints,
  ...bulkGrantEndpoints,
  ...ledgerEndpoints,
  ...verificationEndpoints,
  ...customerQuotaEndpoints,
  ...pricingFileEndpoints,
  ...pricingInsightEndpoints,
  ...pricingRuleEndpoints,
  ...quotaEndpoints,
  ...quotaCheckEndpoints,
  ...packageEndpoints,
  ...checkoutEndpoints,
  ...connectionEndpoints,
  ...reconciliationEndpoints,
  ...purchaseEndpoints,
  ...doctorEndpoints,
  ...deliveryEndpoints,
  ...moduleEndpoints,
  ...botEndpoints,
  ...formEndpoints,
  ...storeEndpoints,
  ...settingsEndpoints,
  ...portalLinkEndpoints,
  ...portalSettingsEndpoints,
  ...apiKeyEndpoints,
  ...auditEndpoints,
  ...exportEndpoints,
  ...overviewEndpoints,
  ...activityEndpoints,
  ...logExportEndpoints,
  ...logEndpoints,
  ...logDeletionEndpoints,
  ...logRetentionEndpoints,
  ...logImportEndpoints,
  ...taskEndpoints,
];
