import { beforeAll, describe, expect, it } from "vitest";
import { type Scope, SCOPES } from "@/lib/access";
import { makeMerchant } from "@/lib/merchants/testing";
import { ENDPOINTS } from "./endpoints";
import { call } from "./testing";

/** Which scope opens which operation; `*` opens them all. Written out, so that a change shows here. */
const OPENED_BY: Record<Exclude<Scope, "*">, readonly string[]> = {
  "usage:write": [
    ...["authorize", "recordUsage", "recordUsageBatch", "quote", "releaseHold"],
    ...["startLogImport", "addLogImportRows", "completeLogImport"],
  ],
  "usage:read": [
    ...["getHold", "listCustomers", "getCustomer", "getBalance", "listLedger", "listCustomerLedger"],
    ...["listBalances", "listOpenHolds"],
    ...["takeVerification", "listVerifications", "getLatestVerification", "exportLedger"],
    ...[
      "verifyLedger",
      "listCustomerQuotas",
      "listPricingRules",
      "getPricingRule",
      "listPricingRuleVersions",
    ],
    ...[
      "listQuotas",
      "getQuota",
      "listModules",
      "getModule",
      "listBots",
      "listForms",
      "listStores",
      "getStore",
    ],
    ...[
      "getSettings",
      "listApiKeys",
      "getApiKey",
      "getActivity",
      "getInsight",
      "listLogs",
      "getLog",
      "listAudit",
      "exportAudit",
    ],
    ...["getPortalSettings", "checkPortal"],
    "exportLogImportProblems",
    ...["exportPricingRules", "replayPricing", "listUnpricedModels"],
    ...["searchModelCatalogue", "listTypicalRequests"],
    ...["listConnections", "getConnection", "listShopProducts", "listDeliveries", "getDelivery"],
    ...["listPurchases", "getPurchase", "listPurchaseEntries", "listReconciliationDifferences"],
    ...["diagnosePurchase", "getRehearsal"],
    ...["listPackages", "getPackage", "previewPackageWorth", "listStripePrices"],
    ...[
      "getQuotaUsage",
      "listQuotaResets",
      "previewQuotaResets",
      "getQuotaTrial",
      "explainLimits",
      "getOverview",
      "runChecks",
    ],
    ...["listTasks", "getTask", "exportLogs", "getLogRetention", "previewLogRetention"],
  ],
  "customers:write": ["createPortalLink", "putCustomer", "createCheckout"],
  "credits:write": [
    ...["assignPurchase", "claimPurchases", "rehearseRefund"],
    ...["setBalance", "addCredits", "resetQuotas", "freezeBalance", "unfreezeBalance"],
    "releaseHoldOfCustomer",
    ...["previewBulkGrant", "startBulkGrant"],
  ],
  "settings:write": [
    ...[
      "createPricingRule",
      "updatePricingRule",
      "deletePricingRule",
      "importPricingRules",
      "createQuota",
      "updateQuota",
      "deleteQuota",
    ],
    ...["createModule", "renameModule", "deleteModule", "createBot", "renameBot", "deleteBot"],
    ...[
      "createForm",
      "renameForm",
      "deleteForm",
      "createStore",
      "updateStore",
      "deleteStore",
      "updateSettings",
    ],
    ...["updatePortalSettings", "rotatePortalSecret"],
    ...["createPackage", "updatePackage", "deletePackage"],
    ...["deleteLogs", "deleteLog", "stopTask", "setLogRetention", "pruneLogs"],
  ],
  "connections:write": [
    ...["createConnection", "updateConnection", "deleteConnection", "rotateWebhookSecret", "testConnection"],
    ...[
      "authorizeShop",
      "setUpWebhooks",
      "startReconciliation",
      "replayDelivery",
      "refreshPurchase",
      "fetchOrder",
    ],
  ],
  "keys:write": ["createApiKey", "renameApiKey", "revokeApiKey", "rotateApiKey"],
};

const keys = new Map<Scope, string>();
beforeAll(async () => {
  const { apiKey } = await makeMerchant();
  for (const scope of SCOPES) {
    const made = await call("POST /api-keys", { key: apiKey, json: { name: scope, scopes: [scope] } });
    keys.set(scope, made.body.key);
  }
});

describe("a key of one scope", () => {
  it.each(SCOPES)("%s opens its operations and no other", async (scope) => {
    const opened = scope === "*" ? ENDPOINTS.map((endpoint) => endpoint.operationId) : OPENED_BY[scope];
    const actual: string[] = [];

    for (const { method, path, operationId } of ENDPOINTS) {
      // An id that is none and a body that says nothing: past the door, a request fails without doing anything.
      const operation = `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, "nothing-here")}`;
      const json = method === "get" || method === "delete" ? undefined : { unknown: true };
      const { status, body } = await call(operation, { key: keys.get(scope), json });
      expect(status, operation).not.toBe(401);
      expect(status, operation).not.toBe(500);
      if (status !== 403) actual.push(operationId);
      else expect(body.code).toBe("forbidden");
    }

    expect(actual.sort()).toEqual([...opened].sort());
  });

  it("is refused once it is revoked", async () => {
    const { apiKey } = await makeMerchant();
    const made = await call("POST /api-keys", { key: apiKey, json: { name: "x", scopes: ["usage:read"] } });
    expect((await call("GET /settings", { key: made.body.key })).status).toBe(200);

    await call(`DELETE /api-keys/${made.body.id}`, { key: apiKey });

    expect((await call("GET /settings", { key: made.body.key })).status).toBe(401);
  });
});
